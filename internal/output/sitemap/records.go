package sitemap

import (
	"iter"

	"stadtbote/internal/site"
)

// records yields what is made from data/ and from all articles at once: legal
// pages, municipalities, credits, corrections.
func records(s *site.Site) iter.Seq[address] {
	return func(yield func(address) bool) {
		for _, l := range s.Legal {
			if l.Entry == nil && !yield(address{url: l.URL}) {
				return
			}
		}
		for _, list := range []struct {
			wanted bool
			url    string
		}{
			{len(s.Municipalities) > 0, s.MunicipalitiesURL()},
			{s.Config.Outputs.Credits && len(s.Pictures) > 0, s.CreditsURL()},
			{s.Amended(), s.CorrectionsURL()},
		} {
			if list.wanted && !yield(address{url: list.url}) {
				return
			}
		}
	}
}
