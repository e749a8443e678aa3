package site_test

import (
	"fmt"
	"strings"
	"time"

	"stadtbote/internal/site"
)

// dump writes down everything a site says, for comparing two.
func dump(s *site.Site) string {
	var b strings.Builder
	fmt.Fprintln(&b, "digest", s.Digest.Hex(), s.NewestSum.Hex(), s.Next.Format(time.DateTime), slugs(s.Newest))
	for e := range s.All() {
		fmt.Fprintln(&b, e.Path, e.URL, e.Card.Hex(), e.Text.Hex(), e.Sum.Hex(), s.Namesakes(e))
		if e.Section != nil {
			fmt.Fprintln(&b, " section", e.Section.URL)
		}
		for _, p := range []*site.Entry{e.Newer, e.Older} {
			if p != nil {
				fmt.Fprintln(&b, " beside", p.Path)
			}
		}
		fmt.Fprintln(&b, " more", slugs(e.More), "related", slugs(e.Related), "earlier", slugs(e.Earlier), "later", slugs(e.Later))
		for _, targets := range [][]site.Target{e.Targets, e.Images} {
			for _, t := range targets {
				fmt.Fprintln(&b, " target", t.URL, t.Picture != nil)
			}
		}
	}
	for _, terms := range [][]*site.Term{s.Sections, s.Tags, s.Places} {
		for _, t := range terms {
			fmt.Fprintln(&b, "term", t.Name, t.URL, t.Description, t.Synonyms, slugs(t.Entries), t.Sum.Hex())
		}
	}
	for _, year := range s.Years {
		fmt.Fprintln(&b, "year", year.URL, slugs(year.Entries), year.Sum.Hex())
		for _, month := range year.Months {
			fmt.Fprintln(&b, "month", month.URL, slugs(month.Entries), month.Sum.Hex())
		}
	}
	fmt.Fprintln(&b, s.Redirects, s.Left, s.Linked)
	for _, p := range s.Pictures {
		fmt.Fprintln(&b, "picture", p.Name, p.Info.Path, p.Files(), p.URL)
	}
	return b.String()
}
