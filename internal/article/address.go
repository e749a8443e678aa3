package article

import (
	"path"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
	"stadtbote/internal/source"
)

// maxSlug is how long a slug may be: file names end at 255 bytes everywhere,
// and whole paths at 260 characters on some Windows machines.
const maxSlug = 120

// slug takes the article's part of its address: from the key, else from the
// name of file or folder, else from the title.
func (b *builder) slug() {
	written, pos := b.matter.Slug.Text, b.matter.Slug.Pos
	if written != "" {
		b.Slug = b.slugFromKey(written, pos)
	} else {
		pos = top
		written = b.nameWithoutDate()
		if b.Slug = lang.Slug(written); b.Slug == "" && b.Title != "" {
			written = b.Title
			b.Slug = lang.Slug(written)
		}
		b.Slug = cut(b.Slug)
	}
	switch {
	case b.Slug == "" && !b.Diags.HasErrors():
		b.report(pos, diag.BadSlug, written)
	case source.IsReserved(b.Slug):
		b.report(pos, diag.SlugReserved, b.Slug)
	}
}

func (b *builder) slugFromKey(written string, pos diag.Pos) string {
	trimmed := strings.Trim(written, "/")
	if strings.ContainsAny(trimmed, `/\`) || trimmed == ".." || trimmed == "." {
		b.report(pos, diag.BadPath, "slug", written)
		return ""
	}
	slug := cut(lang.Slug(trimmed))
	if slug != written && slug != "" {
		b.report(pos, diag.SlugFolded, written, slug)
	}
	return slug
}

// cut shortens a slug that is too long, between two words if possible.
func cut(slug string) string {
	if len(slug) <= maxSlug {
		return slug
	}
	slug = slug[:maxSlug]
	if hyphen := strings.LastIndexByte(slug, '-'); hyphen > maxSlug/2 {
		slug = slug[:hyphen]
	}
	return slug
}

// nameWithoutDate returns the name of file or folder without the date before
// it; empty for one that says nothing.
func (b *builder) nameWithoutDate() string {
	if b.Bundle == Reports || b.Bundle == Pages || b.Bundle == Events {
		return ""
	}
	_, name := cutDate(b.name())
	return name
}

// checkPaths reports paths that lead out of the site's folder.
func (b *builder) checkPaths() {
	for _, p := range b.Pictures {
		b.checkPath("bild", p.File)
	}
	for _, v := range b.Related {
		b.checkPath("siehe_auch", v)
	}
	for _, v := range b.Aliases {
		b.checkPath("weiterleitungen", v)
	}
}

func (b *builder) checkPath(key string, v Value) {
	if strings.HasPrefix(v.Text, "https://") || strings.HasPrefix(v.Text, "http://") {
		return
	}
	if strings.ContainsAny(v.Text, "\\\x00") || leaves(path.Dir(b.Path), v.Text) || strings.Contains(v.Text, "%2e%2e") {
		b.report(v.Pos, diag.BadPath, key, v.Text)
	}
}

// leaves reports whether a path, taken from a folder or, with a leading slash,
// from the top, leads above the top on its way.
func leaves(folder, name string) bool {
	depth := 0
	if !strings.HasPrefix(name, "/") {
		depth = strings.Count(folder, "/") + 1
	}
	for part := range strings.SplitSeq(name, "/") {
		switch part {
		case "", ".":
		case "..":
			if depth--; depth < 0 {
				return true
			}
		default:
			depth++
		}
	}
	return false
}
