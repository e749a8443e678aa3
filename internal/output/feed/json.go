package feed

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"stadtbote/internal/site"
)

// The members of JSON Feed 1.1 that our feeds have.
type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	HomePageURL string     `json:"home_page_url"`
	FeedURL     string     `json:"feed_url"`
	Description string     `json:"description,omitempty"`
	Language    string     `json:"language,omitempty"`
	Authors     []jsonName `json:"authors"`
	Items       []jsonItem `json:"items"`
}

type jsonItem struct {
	ID            string           `json:"id"`
	URL           string           `json:"url"`
	Title         string           `json:"title"`
	ContentHTML   string           `json:"content_html"`
	Summary       string           `json:"summary,omitempty"`
	Image         string           `json:"image,omitempty"`
	DatePublished string           `json:"date_published"`
	DateModified  string           `json:"date_modified"`
	Authors       []jsonName       `json:"authors,omitempty"`
	Tags          []string         `json:"tags,omitempty"`
	Language      string           `json:"language,omitempty"`
	Attachments   []jsonAttachment `json:"attachments,omitempty"`
}

type jsonName struct {
	Name string `json:"name"`
}

type jsonAttachment struct {
	URL   string `json:"url"`
	Type  string `json:"mime_type"`
	Title string `json:"title,omitempty"`
}

func writeJSON(w io.Writer, c channel, items []item) error {
	s := c.site
	feed := jsonFeed{
		Version:     "https://jsonfeed.org/version/1.1",
		Title:       clean(c.title),
		HomePageURL: s.Absolute(c.home),
		FeedURL:     s.Absolute(c.json),
		Description: clean(c.description),
		Language:    s.Config.Language,
		Authors:     []jsonName{{publisher(s)}},
		Items:       make([]jsonItem, len(items)),
	}
	for i, it := range items {
		feed.Items[i] = it.json(s.Config.Language)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(feed); err != nil {
		return fmt.Errorf("writing a feed: %w", err)
	}
	return nil
}

func (it item) json(siteLanguage string) jsonItem {
	out := jsonItem{
		ID:            it.url,
		URL:           it.url,
		Title:         it.title,
		ContentHTML:   it.content,
		Summary:       it.teaser,
		Image:         it.picture.url,
		DatePublished: it.published.Format(time.RFC3339),
		DateModified:  it.updated.Format(time.RFC3339),
	}
	if it.Language != siteLanguage {
		out.Language = it.Language
	}
	if p := it.picture; p.url != "" {
		out.Attachments = []jsonAttachment{{p.url, p.mime, p.credit}}
	}
	for _, name := range it.authors {
		out.Authors = append(out.Authors, jsonName{name})
	}
	for _, t := range it.terms() {
		out.Tags = append(out.Tags, clean(t.Name))
	}
	return out
}

// terms returns the section and the tags of a report.
func (it item) terms() []*site.Term {
	var terms []*site.Term
	if it.Section != nil {
		terms = append(terms, it.Section)
	}
	return append(terms, it.Tags...)
}
