// Package stadtbote holds the folders that are the default of every site:
// its templates and its static files. A site's own file of the same name wins.
package stadtbote

import "embed"

// Templates is the folder templates/ of this repository.
//
//go:embed all:templates
var Templates embed.FS

// Static is the folder static/ of this repository.
//
//go:embed all:static
var Static embed.FS
