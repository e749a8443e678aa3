package matterhorn

import "stadtbote/internal/pdf/cos"

// checkPages examines content and annotations of every page.
func (c *checker) checkPages() {
	shown := map[cos.Ref]int{}
	for i, o := range c.pages {
		c.page = i + 1
		ref := o.(cos.Ref) // pageList holds nothing else
		d := c.file.Dict(o)
		w := walker{checker: c, owner: ref, forms: shown}
		w.run(c.pageContent(d), c.inherited(d, "Resources"))
		c.checkAnnotations(d)
	}
	c.page = 0
	c.checkDevices()
}

// pageContent joins the content streams of a page (ISO 32000-1, 7.7.3.3).
func (c *checker) pageContent(d cos.Dict) []byte {
	list, ok := c.file.Resolve(d["Contents"]).(cos.Array)
	if !ok {
		list = cos.Array{d["Contents"]}
	}
	var content []byte
	for _, o := range list {
		if s := c.file.Stream(o); s != nil {
			data, _ := c.file.Data(s)
			content = append(append(content, data...), '\n')
		}
	}
	return content
}

// inherited is an entry of a page or of one of its ancestors.
func (c *checker) inherited(d cos.Dict, key cos.Name) cos.Dict {
	for range 50 {
		if v := c.file.Dict(d[key]); v != nil {
			return v
		}
		if d = c.file.Dict(d["Parent"]); d == nil {
			break
		}
	}
	return nil
}

// checkDevices demands a profile for each device colour space in use (ISO
// 19005-2, 6.2.4.3).
func (c *checker) checkDevices() {
	if c.archive == "" {
		return
	}
	for _, space := range []string{"DeviceGray", "DeviceRGB", "DeviceCMYK"} {
		page, used := c.devices[space]
		if !used {
			continue
		}
		c.page = page
		switch {
		case c.intent == "",
			space == "DeviceRGB" && c.intent != "RGB ",
			space == "DeviceCMYK" && c.intent != "CMYK":
			c.fail("PDF/A 6.2.4.3", space)
		}
	}
	c.page = 0
}

// device notes that a device colour space is used, unless the resources
// replace it.
func (c *checker) device(space cos.Name, resources cos.Dict) {
	defaults := map[cos.Name]cos.Name{
		"DeviceGray": "DefaultGray", "G": "DefaultGray", "DeviceRGB": "DefaultRGB", "RGB": "DefaultRGB",
		"DeviceCMYK": "DefaultCMYK", "CMYK": "DefaultCMYK",
	}
	names := map[cos.Name]cos.Name{"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
	replacement, isDevice := defaults[space]
	if !isDevice || c.file.Dict(resources["ColorSpace"])[replacement] != nil {
		return
	}
	if full, short := names[space]; short {
		space = full
	}
	if _, known := c.devices[string(space)]; !known {
		c.devices[string(space)] = c.page
	}
}

// checkAnnotations examines the annotations of a page (ISO 14289-1, 7.18).
func (c *checker) checkAnnotations(d cos.Dict) {
	annots := c.file.Array(d["Annots"])
	if len(annots) == 0 {
		return
	}
	switch tabs := c.file.Name(d["Tabs"]); {
	case tabs == "":
		c.fail("28-008", "")
	case tabs != "S" && (!c.second() || tabs != "A" && tabs != "W"):
		c.fail("28-009", string(tabs))
	}
	for _, o := range annots {
		if a := c.file.Dict(o); a != nil {
			c.checkAnnotation(a)
		}
	}
}

func (c *checker) checkAnnotation(a cos.Dict) {
	kind := c.file.Name(a["Subtype"])
	flags, _ := c.file.Integer(a["F"])
	if c.archive != "" && kind != "Popup" && (flags&4 == 0 || flags&(1|2|32) != 0) {
		c.fail("PDF/A 6.3.2", string(kind))
	}
	c.checkTarget(a)
	c.checkMedia(a)
	if flags&2 != 0 || kind == "Popup" { // hidden
		return
	}
	contents, has := c.file.Text(a["Contents"])
	owner := c.ownerOf(a)
	if has && !c.lang && (owner == nil || !owner.lang) {
		c.fail("11-004", contents)
	}
	in := ""
	if owner != nil {
		in = owner.kind
	}
	switch kind {
	case "Link":
		c.checkLink(in, contents)
	case "Widget":
		c.checkWidget(a, owner, in)
	case "PrinterMark":
		if owner != nil {
			c.fail("28-017", "")
		}
	case "TrapNet":
		c.fail("28-007", "")
	default:
		if in != "Annot" {
			c.fail("28-002", string(kind))
		}
		if contents == "" && (owner == nil || !c.described(owner)) {
			c.fail("28-004", string(kind))
		}
	}
}

// ownerOf is the element that an annotation belongs to.
func (c *checker) ownerOf(a cos.Dict) *element {
	key, ok := c.file.Integer(a["StructParent"])
	if !ok {
		return nil
	}
	return c.parents[key]
}

func (c *checker) checkLink(in, contents string) {
	if in != "Link" && (!c.second() || in != "Reference") {
		c.fail("28-011", contents)
	}
	if contents == "" && !c.second() {
		c.fail("28-012", "")
	}
}

func (c *checker) checkWidget(a cos.Dict, owner *element, in string) {
	if in != "Form" {
		c.fail("28-010", "")
	}
	help, has := c.file.Text(c.field(a, "TU"))
	if help == "" && (owner == nil || !c.described(owner)) {
		c.fail("28-005", "")
	}
	if has && !c.lang {
		c.fail("11-005", help)
	}
}

// field is an entry of a form field or of one of its ancestors.
func (c *checker) field(d cos.Dict, key cos.Name) cos.Object {
	for range 20 {
		if v := d[key]; v != nil || d == nil {
			return v
		}
		d = c.file.Dict(d["Parent"])
	}
	return nil
}
