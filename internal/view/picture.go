package view

import (
	"html/template"
	"strconv"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/markdown"
	"stadtbote/internal/sign"
	"stadtbote/internal/site"
)

// inText is how wide a picture in running text is shown by the default theme:
// see .prose in static/css/site.css. A theme that shows it wider gets pictures
// that are a little soft.
const inText = "(min-width: 48rem) 38rem, 92vw"

// sizeOf returns the size of a picture's widest version.
func sizeOf(s *site.Shown) (width, height int) {
	for _, v := range s.Versions {
		if v.Width >= width {
			width, height = v.Width, v.Height
		}
	}
	return width, height
}

// srcsets returns the versions of a picture for browsers to choose from: in
// its usual type, and in WebP if there are such beside them.
func srcsets(s *site.Shown) (usual, webp template.Srcset) {
	kind := s.Versions[0].Type
	beside := kind == "png" && s.Versions[len(s.Versions)-1].Type == "webp"
	if beside {
		webp = srcset(s.Of(func(kind string) bool { return kind == "webp" }))
	}
	usual = srcset(s.Of(func(kind string) bool { return !beside || kind != "webp" }))
	return usual, webp
}

// srcset returns the value of the attribute of that name; "" for one version
// alone, which src names.
func srcset(versions []site.Version) template.Srcset {
	if len(versions) == 1 && versions[0].Type != "webp" {
		return ""
	}
	var b strings.Builder
	for i, v := range versions {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(v.URL)
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(v.Width))
		b.WriteByte('w')
	}
	return template.Srcset(b.String()) //nolint:gosec // addresses are escaped, and hold neither spaces nor commas
}

// preview returns what stands for an entry in previews elsewhere: its picture,
// its sign, or the site's; nil if the site wants no signs.
func (b *Builder) preview(e *site.Entry) *Image {
	if v, has := e.Preview(); has {
		image := &Image{URL: b.site.Absolute(v.URL), Width: v.Width, Height: v.Height}
		for _, p := range picturesOf(e) {
			image.Alt = p.Alt
			break
		}
		return image
	}
	if e.Kind == article.Report {
		if poster, drawn := b.site.PosterOf(e); drawn {
			return b.posterImage(poster)
		}
	}
	return b.sign()
}

// sign returns the sign of the site; nil if it wants none.
func (b *Builder) sign() *Image {
	poster, drawn := b.site.Poster()
	if !drawn {
		return nil
	}
	return b.posterImage(poster)
}

func (b *Builder) posterImage(p site.Poster) *Image {
	return &Image{URL: b.site.Absolute(p.URL), Width: sign.PosterWidth, Height: sign.PosterHeight, Alt: p.Headline}
}

// icons returns the signs of the site for browsers and telephones.
func icons(s *site.Site) []Icon {
	var all []Icon
	for _, icon := range []struct {
		name string
		Icon
	}{
		{site.IconICO, Icon{Rel: "icon", Sizes: "32x32"}},
		{site.IconSVG, Icon{Rel: "icon", Type: "image/svg+xml"}},
		{site.IconTouch, Icon{Rel: "apple-touch-icon"}},
	} {
		if address, _, known := s.IconURL(icon.name); known {
			icon.URL = address
			all = append(all, icon.Icon)
		}
	}
	return all
}

// fillBody returns a text with its addresses: what Fragment.Fill does, as a
// string, which saves the copy.
func fillBody(e *site.Entry, body markdown.Fragment, address addresses) string {
	if len(body.Holes) == 0 {
		return string(body.HTML)
	}
	var out strings.Builder
	out.Grow(len(body.HTML) + 80*len(body.Holes))
	from := 0
	for _, hole := range body.Holes {
		before := body.HTML[from:hole.At]
		from = hole.At
		target, image := filling(e, hole.Ref)
		if !image {
			out.Write(before)
			out.WriteString(plain(address(target.URL)))
			continue
		}
		from += fillImage(&out, before, body.HTML[from:], target)
	}
	out.Write(body.HTML[from:])
	return out.String()
}

// filling returns what belongs into the hole of a reference.
func filling(e *site.Entry, ref int) (target site.Target, image bool) {
	if ref >= len(e.Targets) {
		return site.Target{}, false
	}
	return e.Targets[ref], e.Facts.Refs[ref].Kind == markdown.Image
}

// fillImage writes what stands before a picture and its attributes. Where it
// has versions in WebP it writes the whole element, with a choice around it,
// and returns how many bytes of rest it has written as well: see markdown.Hole.
func fillImage(out *strings.Builder, before, rest []byte, target site.Target) (written int) {
	var usual, webp template.Srcset
	if target.Shown != nil {
		usual, webp = srcsets(target.Shown)
	}
	end := strings.IndexByte(string(rest[:min(len(rest), 4096)]), '>')
	if webp == "" || end < 0 {
		out.Write(before)
		out.WriteString(pictureAttributes(target, usual))
		return 0
	}
	out.Write(before[:len(before)-len("<img")])
	out.WriteString(`<picture><source type="image/webp" srcset="` + plain(string(webp)) + `" sizes="` + inText + `"><img`)
	out.WriteString(pictureAttributes(target, usual))
	out.Write(rest[:end+1])
	out.WriteString("</picture>")
	return end + 1
}

// pictureAttributes returns the attributes of a picture, each with a leading
// space.
func pictureAttributes(target site.Target, versions template.Srcset) string {
	out := ` src="` + plain(target.URL) + `"`
	if versions != "" {
		out += ` srcset="` + plain(string(versions)) + `" sizes="` + inText + `"`
	}
	if s := target.Shown; s != nil {
		if width, height := sizeOf(s); width > 0 && height > 0 {
			out += ` width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `"`
		}
	}
	return out
}
