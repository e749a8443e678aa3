package build

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/leak"
	"stadtbote/internal/site"
)

// secrets is what must not appear: everything of drafts and embargoed articles
// that is in nobody else's mouth.
type secrets struct {
	phrases []leak.Phrase
	strict  map[string]bool          // articles whose headline and address nobody may quote: the embargoed
	files   map[digest.Sum]ownedFile // pictures and others, by their bytes
}

// ownedFile is a picture or other file that belongs to a secret article.
type ownedFile struct{ path, article string }

// withheld are the articles of a plan that must leave no trace.
func (p *Planned) withheld() (hidden []*article.Article, embargoed map[string]bool) {
	embargoed = map[string]bool{}
	for _, o := range p.Left {
		if o.Reason != site.Draft && o.Reason != site.Embargoed {
			continue
		}
		if k := p.sources.find(o.Path); k != nil && k.article != nil {
			hidden = append(hidden, k.article)
			embargoed[o.Path] = o.Reason == site.Embargoed
		}
	}
	return hidden, embargoed
}

// secrets collects what a plan must keep; nil if there is nothing.
func (p *Planned) secrets() (*secrets, error) {
	hidden, embargoed := p.withheld()
	if len(hidden) == 0 {
		return nil, nil
	}
	s := &secrets{strict: embargoed, files: map[digest.Sum]ownedFile{}}
	known := p.public()
	_, common := p.shown(hidden)
	for _, a := range hidden {
		body, err := p.bodies.again(a)
		if err != nil {
			return nil, err
		}
		s.names(a, known)
		s.texts(a, string(body.HTML))
		s.add(p.sources, a, common)
	}
	return s, nil
}

// public returns the names that a site shows anyway, folded.
func (p *Planned) public() map[string]bool {
	known := map[string]bool{}
	for _, entries := range [][]*site.Entry{p.Site.Articles, p.Site.Pages, p.Site.Withdrawn} {
		for _, e := range entries {
			known[folded(e.Title)] = true
			known[folded(e.Slug)] = true
		}
	}
	for _, terms := range [][]*site.Term{p.Site.Sections, p.Site.Tags, p.Site.Places} {
		for _, t := range terms {
			known[folded(t.Name)] = true
		}
	}
	for _, picture := range p.Site.Pictures {
		known[folded(stem(picture.Info.Path))] = true
	}
	return known
}

// folded returns the letters and digits of a name, small.
func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

func stem(file string) string {
	name := path.Base(file)
	return strings.TrimSuffix(name, path.Ext(name))
}

// names adds headline, address and the names that only this article has.
func (s *secrets) names(a *article.Article, known map[string]bool) {
	if !known[folded(a.Title)] {
		s.phrases = append(s.phrases, leak.Phrase{Secret: a.Path, Kind: leak.Headline, Words: a.Title})
	}
	if !a.Date.IsZero() && strings.ContainsFunc(a.Slug, unicode.IsLetter) { // else it may read like a day
		date := a.Date.In(lang.Berlin())
		s.phrases = append(s.phrases, leak.Phrase{Secret: a.Path, Kind: leak.Address, Words: fmt.Sprintf("%d/%02d/%s", date.Year(), date.Month(), a.Slug)})
	}
	for _, slug := range []string{a.Slug, lang.Slug(a.Title)} {
		if !known[folded(slug)] {
			s.phrases = append(s.phrases, leak.Phrase{Secret: a.Path, Kind: leak.Slug, Words: slug})
		}
	}
	terms := []string{a.Section.Text}
	for _, values := range [][]article.Value{a.Tags, a.Places} {
		for _, v := range values {
			terms = append(terms, v.Text)
		}
	}
	for _, picture := range a.Pictures {
		terms = append(terms, stem(picture.File.Text))
	}
	for _, term := range terms {
		if !known[folded(term)] {
			s.phrases = append(s.phrases, leak.Phrase{Secret: a.Path, Kind: leak.Term, Words: term})
		}
	}
}

// texts adds what the article says.
func (s *secrets) texts(a *article.Article, body string) {
	texts := append([]string{body, a.Subtitle, a.Teaser}, sentences(a.Teaser)...)
	for _, picture := range a.Pictures {
		texts = append(texts, picture.Alt, picture.Caption)
	}
	for _, correction := range a.Corrections {
		texts = append(texts, correction.Text)
	}
	for _, link := range a.Links {
		texts = append(texts, link.Title)
	}
	for _, text := range texts {
		if text != "" {
			s.phrases = append(s.phrases, leak.Phrase{Secret: a.Path, Kind: leak.Text, Words: text})
		}
	}
}

// sentences divides a text roughly: a short sentence betrays as well.
func sentences(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?:;", r) })
}

// add adds the bytes of what lies in the article's own folder, and of the
// pictures beside it that it shows. What a published article has as well gives
// nothing away.
func (s *secrets) add(all *sources, a *article.Article, common map[digest.Sum]bool) {
	own := func(k *known) {
		if k == nil || k.article != nil {
			return
		}
		sum := k.sum
		if k.picture != nil {
			sum = k.picture.Digest
		}
		if !common[sum] {
			s.files[sum] = ownedFile{k.Path, a.Path}
		}
	}
	if a.Bundle != "" {
		for i := range all.files {
			if strings.HasPrefix(all.files[i].Path, a.Bundle+"/") {
				own(&all.files[i])
			}
		}
	}
	for _, picture := range a.Pictures {
		if file := path.Join(path.Dir(a.Path), picture.File.Text); strings.HasPrefix(file, "content/") {
			own(all.find(file))
		}
	}
}

// shown returns the pictures that published articles show: their files, and
// the bytes of those that do not lie in the folder of a hidden article.
func (p *Planned) shown(hidden []*article.Article) (files map[string]bool, common map[digest.Sum]bool) {
	files, common = map[string]bool{}, map[digest.Sum]bool{}
	for _, entries := range [][]*site.Entry{p.Site.Articles, p.Site.Pages} {
		for _, e := range entries {
			for _, targets := range [][]site.Target{e.Images, e.Targets} {
				for _, t := range targets {
					if t.Picture != nil {
						files[t.Picture.Path] = true
						common[t.Picture.Digest] = common[t.Picture.Digest] || !within(t.Picture.Path, hidden)
					}
				}
			}
		}
	}
	return files, common
}

// within reports whether a file lies in the folder of one of the articles.
func within(file string, articles []*article.Article) bool {
	return slices.ContainsFunc(articles, func(a *article.Article) bool {
		return a.Bundle != "" && strings.HasPrefix(file, a.Bundle+"/")
	})
}

// staticPictures finds the pictures of embargoed articles that lie in static/
// and that no published page shows.
func (p *Planned) staticPictures() diag.List {
	hidden, embargoed := p.withheld()
	if len(hidden) == 0 {
		return nil
	}
	var ds diag.List
	shown, _ := p.shown(hidden)
	for _, a := range hidden {
		if !embargoed[a.Path] {
			continue
		}
		for _, picture := range a.Pictures {
			file := "static/" + strings.TrimPrefix(strings.TrimPrefix(picture.File.Text, "/"), "static/")
			if k := p.sources.find(file); k != nil && k.picture != nil && !shown[file] {
				ds.Report(a.Path, picture.File.Pos, diag.StaticShows, file)
			}
		}
	}
	return ds
}
