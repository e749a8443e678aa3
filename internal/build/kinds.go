package build

import (
	"stadtbote/internal/output"
	"stadtbote/internal/output/asset"
	"stadtbote/internal/output/calendar"
	"stadtbote/internal/output/feed"
	"stadtbote/internal/output/page"
	"stadtbote/internal/output/pdf"
	images "stadtbote/internal/output/picture"
	"stadtbote/internal/output/print"
	"stadtbote/internal/output/redirect"
	"stadtbote/internal/output/sign"
	"stadtbote/internal/output/sitemap"
	"stadtbote/internal/theme"
)

// parts are what the kinds of output are made with, besides the site.
type parts struct {
	theme  *theme.Theme
	bodies output.Bodies
	press  pdf.Input
	assets asset.Input
	images images.Input
}

// kinds are all outputs of a site, one a line.
func kinds(p parts) []output.Kind {
	return []output.Kind{
		page.New(p.theme, p.bodies),
		print.New(p.theme, p.bodies),
		pdf.New(p.press),
		feed.New(p.bodies),
		calendar.New(),
		sitemap.New(),
		redirect.New(),
		asset.New(p.assets),
		images.New(p.images),
		sign.New(p.images.Store),
	}
}
