package site

import (
	"cmp"
	"path"
	"strconv"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/config"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/markdown"
	"stadtbote/internal/picture"
	"stadtbote/internal/picture/metadata"
)

// Shown is a picture as pages show it. All that show the same file with the
// same words share one, however many they are: its files lie at an address of
// their own, which names their content.
type Shown struct {
	Info     *picture.Info
	Notes    metadata.Notes // what its files say of themselves
	Name     string         // "bruecke-3fa9c1d2e0": begins the name of each file
	Versions []Version      // narrowest first; those of another type stand behind
	Preview  Version        // for previews on other sites; without URL if it is not fit for them, or first in no article
	URL      string         // of the version for whoever knows only one
}

// Version is one published file of a picture.
type Version struct {
	picture.Version
	URL string
}

// Files returns every version once.
func (s *Shown) Files() []Version {
	files := s.Versions[:len(s.Versions):len(s.Versions)]
	for _, v := range files {
		if v.URL == s.Preview.URL {
			return files
		}
	}
	if s.Preview.URL != "" {
		files = append(files, s.Preview)
	}
	return files
}

// Of returns the versions of a type, or of all but one.
func (s *Shown) Of(matches func(kind string) bool) []Version {
	var of []Version
	for _, v := range s.Versions {
		if matches(v.Type) {
			of = append(of, v)
		}
	}
	return of
}

// shownAs is a file with the words that its versions carry.
type shownAs struct {
	file  string
	notes metadata.Notes
}

// usual is how wide the version is for whoever knows only one: readers of
// feeds, and browsers from before 2014.
const usual = 960

// show returns a picture as pages show it.
func (a *assembly) show(info *picture.Info, notes metadata.Notes) *Shown {
	as := shownAs{info.Path, notes.Over(info.Notes)}
	if known := a.shown.shown[as]; known != nil {
		return known
	}
	recipe := a.site.Recipe
	name := nameOf(info, as.notes, recipe)
	if twin := a.shown.named[name]; twin != nil { // the same bytes in another folder
		a.shown.shown[as] = twin
		return twin
	}
	s := &Shown{Info: info, Notes: as.notes, Name: name}
	for _, v := range recipe.Versions(info) {
		s.Versions = append(s.Versions, a.version(s, v))
	}
	kind := s.Versions[0].Type
	for _, v := range s.Versions {
		if s.URL == "" || v.Width <= usual && v.Type == kind {
			s.URL = v.URL
		}
	}
	a.shown.shown[as], a.shown.named[name] = s, s
	a.site.Pictures = append(a.site.Pictures, s)
	return s
}

// lead gives the first picture of an entry the version for previews elsewhere.
func (a *assembly) lead(e *Entry) {
	for _, target := range e.Images {
		if target.URL == "" {
			continue
		}
		if v, fit := a.site.Recipe.Preview(target.Picture); fit && target.Shown.Preview.URL == "" {
			target.Shown.Preview = a.version(target.Shown, v)
		}
		return
	}
}

// recipeOf returns how pictures are made.
func recipeOf(c *config.Config) picture.Recipe {
	return picture.Recipe{Widths: c.Pictures.Widths, Quality: c.Pictures.Quality, WebP: c.Pictures.WebP}
}

// longestName is how many letters of a file's name are kept.
const longestName = 60

// nameOf names the files of a picture by all that their bytes depend on.
func nameOf(info *picture.Info, notes metadata.Notes, recipe picture.Recipe) string {
	var b digest.Builder
	b.Sum(info.Digest)
	b.Sum(recipe.Sum())
	for _, text := range []string{notes.Credit, notes.Photographer, notes.Rights, notes.Licence, notes.Caption} {
		b.Text(text)
	}
	base := path.Base(info.Path)
	slug := lang.Slug(strings.TrimSuffix(base, path.Ext(base)))
	if len(slug) > longestName {
		slug = strings.TrimRight(slug[:longestName], "-")
	}
	if slug == "" {
		slug = "bild"
	}
	return slug + "-" + b.Name().Hex()[:10]
}

// extensions are the endings of file names by the type of a picture.
var extensions = map[string]string{"jpeg": ".jpg", "png": ".png", "gif": ".gif", "webp": ".webp", "svg": ".svg"}

func (a *assembly) version(s *Shown, v picture.Version) Version {
	name := s.Name
	if v.Width > 0 {
		name += "-" + strconv.Itoa(v.Width)
	}
	return Version{v, below(a.site.base.under(a.in.Config.Addresses.Pictures), name+extensions[v.Type])}
}

// notesOf returns what the files of a picture say of themselves.
func notesOf(p article.Picture) metadata.Notes {
	return metadata.Notes{Credit: p.Credit, Photographer: p.Photographer, Licence: p.Licence, Caption: p.Caption}
}

// notesOfRef returns what the files of a picture in the text say of themselves:
// what the front matter says of the same file, else its caption.
func (a *assembly) notesOfRef(e *Entry, ref markdown.Ref) metadata.Notes {
	for _, p := range e.Article.Pictures {
		if p.File.Text == ref.Dest {
			return notesOf(p)
		}
	}
	return metadata.Notes{Caption: ref.Title}
}

// tellSource tells an editor whose picture it is, if only the file knows that.
func (a *assembly) tellSource(e *Entry, p article.Picture, target Target) {
	if target.Picture == nil || p.Credit != "" || p.Photographer != "" || p.Licence != "" {
		return
	}
	said := target.Picture.Notes
	if source := cmp.Or(said.Credit, said.Photographer, said.Rights, said.Licence); source != "" {
		a.ds.Report(e.Path, p.File.Pos, diag.PictureSource, target.Picture.Path, source)
	}
}
