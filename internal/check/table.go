package check

import (
	"slices"

	"stadtbote/internal/diag"
)

// Rules returns the table of rules, in the order of docs/regeln.md.
func Rules() []Rule {
	return slices.Concat(accessRules(), legalRules(), privacyRules(), pressRules(), careRules(), tableRules())
}

// The laws and standards that rules rest on.
const (
	wcag  = "WCAG 2.2, "
	press = "Pressekodex, "
)

func accessRules() []Rule {
	return []Rule{
		{ID: "A11Y-LANG", Code: diag.PageLanguage, Basis: wcag + "3.1.1", Kept: true, page: pageLanguage, stubs: true},
		{ID: "A11Y-LANG", Code: diag.PageLangForm, Basis: wcag + "3.1.2", page: passageLanguage},
		{ID: "A11Y-LANG", Code: diag.LanguageUnknown, Basis: wcag + "3.1.2", By: "markdown"},
		{ID: "A11Y-TITLE", Code: diag.PageTitle, Basis: wcag + "2.4.2", Kept: true, page: pageTitle, stubs: true},
		{ID: "A11Y-TITLE", Code: diag.PageTitleTwice, Basis: wcag + "2.4.2", page: collectTitles, site: titleTwice},
		{ID: "A11Y-HEAD", Code: diag.PageHeadline, Basis: wcag + "1.3.1", Kept: true, page: pageHeadline},
		{ID: "A11Y-HEAD", Code: diag.PageLevels, Basis: wcag + "1.3.1", Kept: true, page: pageLevels},
		{ID: "A11Y-HEAD", Code: diag.PageHeadingEmpty, Basis: wcag + "2.4.6", Kept: true, page: pageHeadingEmpty},
		{ID: "A11Y-HEAD", Code: diag.HeadingSkipped, Basis: wcag + "1.3.1", By: "markdown"},
		{ID: "A11Y-HEAD", Code: diag.HeadingEmpty, Basis: wcag + "2.4.6", By: "markdown"},
		{ID: "A11Y-ALT", Code: diag.PageAltMissing, Basis: wcag + "1.1.1", Kept: true, page: pageAltMissing},
		{ID: "A11Y-ALT", Code: diag.PageAltUseless, Basis: wcag + "1.1.1", page: pageAltUseless},
		{ID: "A11Y-ALT", Code: diag.AltMissing, Basis: wcag + "1.1.1", By: "markdown"},
		{ID: "A11Y-ALT", Code: diag.AltUseless, Basis: wcag + "1.1.1", By: "markdown"},
		{ID: "A11Y-LINK", Code: diag.PageLinkEmpty, Basis: wcag + "2.4.4", Kept: true, page: pageLinkEmpty},
		{ID: "A11Y-LINK", Code: diag.LinkVague, Basis: wcag + "2.4.4", page: linkVague},
		{ID: "A11Y-LINK", Code: diag.LinkWithoutText, Basis: wcag + "2.4.4", By: "markdown"},
		{ID: "A11Y-ID", Code: diag.PageIDTwice, Basis: "HTML Living Standard, 3.2.6", Kept: true, page: pageIDTwice},
		{ID: "A11Y-LAND", Code: diag.PageLandmark, Basis: wcag + "2.4.1", Kept: true, page: pageLandmark},
		{ID: "A11Y-LAND", Code: diag.PageCurrent, Basis: wcag + "3.2.3", Kept: true, page: pageCurrent},
		{ID: "A11Y-TABLE", Code: diag.PageTableHead, Basis: wcag + "1.3.1", page: pageTableHead},
		{ID: "A11Y-TABLE", Code: diag.PageTableCaption, Basis: wcag + "1.3.1", page: pageTableCaption},
		{ID: "A11Y-CONTRAST", Code: diag.ContrastLow, Basis: wcag + "1.4.3, 1.4.6, 1.4.11"},
	}
}

func legalRules() []Rule {
	return []Rule{
		{ID: "LEG-STMT", Code: diag.StatementMissing, Basis: "§ 12b BGG; (EU) 2018/1523", site: statementMissing},
		{ID: "LEG-STMT", Code: diag.DataMissing, Basis: "§ 12b BGG; § 5 DDG; § 18 MStV; Art. 13 DSGVO", By: "config"},
		{ID: "LEG-STMT", Code: diag.StatementContradicts, Basis: "(EU) 2018/1523", By: "config"},
		{ID: "LEG-AGE", Code: diag.StatementOld, Basis: "§ 7 BITV 2.0", site: statementOld},
		{ID: "LEG-AGE", Code: diag.StatementStale, Basis: "§ 7 BITV 2.0", site: statementStale},
		{ID: "LEG-IMP", Code: diag.ImprintLacks, Basis: "§ 5 DDG, § 18 Abs. 2 MStV", site: imprintMissing},
		{ID: "LEG-LS", Code: diag.EasyMissing, Basis: "§ 4 BITV 2.0 (legal.regime: bitv)", page: easyMissing},
		{ID: "LEG-LS", Code: diag.EasySentence, Basis: "§ 4 BITV 2.0, Anlage 2", site: easySentence},
		{ID: "LEG-LS", Code: diag.EasyHyphen, Basis: "§ 4 BITV 2.0, Anlage 2", Kept: true, page: easyHyphen},
		{ID: "LEG-REACH", Code: diag.ReachMissing, Basis: "§ 5 DDG, § 7 BITV 2.0", page: reachMissing},
		{ID: "LEG-REACH", Code: diag.BarrierAddress, Basis: "§ 7 BITV 2.0", Kept: true, page: barrierAddress},
	}
}

func privacyRules() []Rule {
	return []Rule{
		{ID: "PRIV-3P", Code: diag.LoadsForeign, Basis: "Art. 6 DSGVO; LG München I, 3 O 17493/20", Kept: true, page: loadsForeign, stubs: true},
		{ID: "PRIV-3P", Code: diag.StyleLoadsForeign, Basis: "Art. 6 DSGVO; LG München I, 3 O 17493/20"},
		{ID: "PRIV-3P", Code: diag.PictureRemote, Basis: "Art. 6 DSGVO; LG München I, 3 O 17493/20", By: "site"},
		{ID: "PRIV-STORE", Code: diag.StoresData, Basis: "§ 25 TDDDG"},
		{ID: "PRIV-CSP", Code: diag.InlineStyle, Basis: "CSP Level 3: default-src 'self'", Kept: true, page: inlineStyle, stubs: true},
		{ID: "PRIV-CSP", Code: diag.InlineScript, Basis: "CSP Level 3: default-src 'self'", Kept: true, page: inlineScript, stubs: true},
		{ID: "PRIV-EXIF", Code: diag.PictureTells, Basis: "Art. 5 DSGVO", Kept: true},
	}
}

func pressRules() []Rule {
	return []Rule{
		{ID: "PDF-UA", Code: diag.PDFInaccessible, Basis: "EN 301 549, Abschnitt 10; ISO 14289-1"},
		{ID: "PDF-UA", Code: diag.PDFUnreadable, Basis: "EN 301 549, Abschnitt 10"},
		{ID: "PRS-CREDIT", Code: diag.CreditMissing, Basis: "§ 13 UrhG; LG Köln, 14 O 427/13", site: creditMissing},
		{ID: "PRS-SRC", Code: diag.IssuerMissing, Basis: press + "Richtlinie 1.3", site: issuerMissing},
		{ID: "PRS-SRC", Code: diag.ReleaseUnlabelled, Basis: press + "Richtlinie 1.3", Kept: true, page: releaseUnlabelled},
		{ID: "PRS-CORR", Code: diag.CorrectionMissing, Basis: press + "Ziffer 3, Richtlinie 3.1", site: correctionMissing},
		{ID: "PRS-AD", Code: diag.AdUnlabelled, Basis: "§ 22 MStV", Kept: true, page: adUnlabelled},
		{ID: "PRS-AD", Code: diag.AdListed, Basis: "§ 22 MStV", Kept: true, page: adListed},
	}
}

func careRules() []Rule {
	return []Rule{
		{ID: "LINK", Code: diag.LinkDead, Basis: "Verweise führen zu etwas", By: "site"},
		{ID: "LINK", Code: diag.AnchorDead, Basis: "Verweise führen zu etwas", By: "site"},
		{ID: "LINK", Code: diag.PageLinkDead, Basis: "Verweise führen zu etwas", page: pageLinks},
		{ID: "LINK", Code: diag.PageAnchorDead, Basis: "Verweise führen zu etwas", page: noteIDs, site: anchorsDead},
		{ID: "LINK", Code: diag.PagePictureGone, Basis: "Verweise führen zu etwas", page: loadsGone},
		{ID: "LINK", Code: diag.AddressGone, Basis: "Adressen bleiben", site: addressesGone},
		{ID: "LINK", Code: diag.ListGone, Basis: "Adressen bleiben", site: listsGone},
		{ID: "LINK", Code: diag.OutsideDead, Basis: "Verweise führen zu etwas (nur mit --external)", By: "outside"},
		{ID: "LINK", Code: diag.OutsideMoved, Basis: "Verweise führen zu etwas (nur mit --external)", By: "outside"},
		{ID: "LINK", Code: diag.OutsideSilent, Basis: "Verweise führen zu etwas (nur mit --external)", By: "outside"},
		{ID: "PICTURE", Code: diag.PictureMissing, Basis: "Was genannt ist, ist da", By: "site"},
		{ID: "PICTURE", Code: diag.PictureSmall, Basis: "Bilder sind scharf", site: pictureSmall},
		{ID: "PICTURE", Code: diag.PictureUnused, Basis: "Was da ist, wird gezeigt", site: pictureUnused},
		{ID: "TERM", Code: diag.TermSpelling, Basis: "Ein Wort, eine Liste", By: "site"},
		{ID: "TERM", Code: diag.TermsAlike, Basis: "Ein Wort, eine Liste", site: termsAlike},
		{ID: "HEADLINE", Code: diag.HeadlineLong, Basis: "Handwerk", site: headlineLong},
		{ID: "HEADLINE", Code: diag.HeadlineStop, Basis: "Handwerk", site: headlineStop},
		{ID: "TEASER", Code: diag.TeaserLong, Basis: "Handwerk", site: teaserLong},
		{ID: "TEASER", Code: diag.TeaserShort, Basis: "Handwerk", site: teaserShort},
		{ID: "QUOTES", Code: diag.StraightQuotes, Basis: "Handwerk", site: straightQuotes},
		{ID: "DATE", Code: diag.DateAhead, Basis: "Was später erscheint, hat eine Sperrfrist", By: "site"},
		{ID: "DATE", Code: diag.BadDate, Basis: "Jedes Datum ist ein Tag", By: "frontmatter"},
	}
}

// tableRules are the rules about exceptions themselves.
func tableRules() []Rule {
	return []Rule{
		{ID: "ALLOW", Code: diag.AllowForm, Basis: "Ausnahmen sind begründet"},
		{ID: "ALLOW", Code: diag.AllowReasonless, Basis: "Ausnahmen sind begründet"},
		{ID: "ALLOW", Code: diag.AllowUnknown, Basis: "Ausnahmen sind begründet"},
		{ID: "ALLOW", Code: diag.AllowForbidden, Basis: "Was die Veröffentlichung unmöglich macht, bleibt ein Fehler"},
		{ID: "ALLOW", Code: diag.AllowUnused, Basis: "Ausnahmen gelten nur, solange es sie braucht"},
	}
}
