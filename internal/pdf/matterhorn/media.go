package matterhorn

import "stadtbote/internal/pdf/cos"

// checkMedia examines the media clips that an annotation plays (ISO 14289-1,
// 7.18.6.2): each states its content type (CT) and what to say instead (Alt).
func (c *checker) checkMedia(a cos.Dict) {
	actions := []cos.Object{a["A"]}
	more := c.file.Dict(a["AA"])
	for _, key := range more.Keys() {
		actions = append(actions, more[key])
	}
	for _, o := range actions {
		clip := c.file.Dict(c.file.Dict(c.file.Dict(o)["R"])["C"])
		if clip == nil || c.file.Name(clip["S"]) == "MCS" { // a section of another clip
			continue
		}
		if clip["CT"] == nil {
			c.fail("28-014", "")
		}
		if clip["Alt"] == nil {
			c.fail("28-015", "")
		}
	}
}

// checkCIDSet compares the set of characters that a descriptor lists with the
// font program (ISO 14289-1, 7.21.4.2). Fonts with a map of their own between
// both are believed.
func (c *checker) checkCIDSet(f *fontUse) {
	s := c.file.Stream(c.file.Dict(f.cid["FontDescriptor"])["CIDSet"])
	if s == nil || f.program == nil || f.toGlyph != nil {
		return
	}
	set, err := c.file.Data(s)
	if err != nil {
		return
	}
	lists := func(cid int) bool { return cid/8 < len(set) && set[cid/8]&(0x80>>(cid%8)) != 0 }
	for cid := 1; cid < max(f.program.glyphs, 8*min(len(set), 8192)); cid++ {
		switch {
		case cid < f.program.glyphs && !lists(cid):
			c.fail("31-014", f.name)
		case cid >= f.program.glyphs && lists(cid):
			c.fail("31-015", f.name)
		}
	}
}
