package matterhorn

import (
	"bytes"
	"encoding/binary"

	"stadtbote/internal/pdf/cos"
)

// checkCatalog examines what the root of the file states.
func (c *checker) checkCatalog() {
	lang, _ := c.file.Text(c.catalog["Lang"])
	c.lang = lang != ""
	if !c.lang && c.second() {
		c.fail("11-001", "Catalog")
	}
	mark := c.file.Dict(c.catalog["MarkInfo"])
	if c.file.Resolve(mark["Marked"]) != true {
		c.fail("UA1 6.2", "")
	}
	if c.file.Resolve(mark["Suspects"]) == true {
		c.fail("01-007", "")
	}
	switch c.file.Resolve(c.file.Dict(c.catalog["ViewerPreferences"])["DisplayDocTitle"]) {
	case true:
	case nil:
		c.fail("07-001", "")
	default:
		c.fail("07-002", "")
	}
	if len(c.file.Array(c.file.Trailer["ID"])) != 2 && c.archive != "" {
		c.fail("PDF/A 6.1.3", "")
	}
	c.checkIntents()
	c.checkLayers()
	c.checkEmbedded()
	c.checkForm()
	c.checkOutline()
	c.checkAction(c.catalog["OpenAction"])
	c.pages = c.pageList()
}

// checkIntents reads the profile of the first PDF/A output intent (ISO
// 19005-2, 6.2.3).
func (c *checker) checkIntents() {
	for _, o := range c.file.Array(c.catalog["OutputIntents"]) {
		d := c.file.Dict(o)
		if c.file.Name(d["S"]) != "GTS_PDFA1" || c.intent != "" {
			continue
		}
		s := c.file.Stream(d["DestOutputProfile"])
		if s == nil {
			c.fail("PDF/A 6.2.3", "")
			continue
		}
		data, err := c.file.Data(s)
		if err != nil || len(data) < 128 || !bytes.Equal(data[36:40], []byte("acsp")) ||
			int64(binary.BigEndian.Uint32(data)) > int64(len(data)) || data[8] > 4 {
			c.fail("PDF/A 6.2.3", "")
			continue
		}
		if class := string(data[12:16]); class != "mntr" && class != "prtr" {
			c.fail("PDF/A 6.2.3", class)
		}
		c.intent = string(data[16:20])
	}
}

// checkLayers examines optional content (ISO 14289-1, 7.10).
func (c *checker) checkLayers() {
	oc := c.file.Dict(c.catalog["OCProperties"])
	if oc == nil {
		return
	}
	test := func(number string, o cos.Object) {
		d := c.file.Dict(o)
		if name, _ := c.file.Text(d["Name"]); name == "" {
			c.fail(number, "")
		}
		if d["AS"] != nil {
			c.fail("20-003", "")
		}
	}
	test("20-002", oc["D"])
	for _, o := range c.file.Array(oc["Configs"]) {
		test("20-001", o)
	}
}

// checkEmbedded examines the files inside the file (7.11).
func (c *checker) checkEmbedded() {
	files := c.file.Dict(c.catalog["Names"])["EmbeddedFiles"]
	c.nameTree(files, 0, func(spec cos.Object) {
		d := c.file.Dict(spec)
		f, _ := c.file.Text(d["F"])
		uf, _ := c.file.Text(d["UF"])
		if d["EF"] != nil && (f == "" || uf == "") {
			c.fail("21-001", f+uf)
		}
		if _, described := c.file.Text(d["Desc"]); c.second() && !described {
			c.fail("UA2 8.11", f)
		}
	})
}

// nameTree visits the values of a name tree (ISO 32000-1, 7.9.6).
func (c *checker) nameTree(o cos.Object, depth int, visit func(cos.Object)) {
	d := c.file.Dict(o)
	if d == nil || depth > 20 {
		return
	}
	names := c.file.Array(d["Names"])
	for i := 1; i < len(names); i += 2 {
		visit(names[i])
	}
	for _, kid := range c.file.Array(d["Kids"]) {
		c.nameTree(kid, depth+1, visit)
	}
}

// checkForm looks for forms that change themselves (7.15).
func (c *checker) checkForm() {
	xfa := c.file.Resolve(c.file.Dict(c.catalog["AcroForm"])["XFA"])
	parts, ok := xfa.(cos.Array)
	if !ok && xfa != nil {
		parts = cos.Array{xfa}
	}
	for _, o := range parts {
		s := c.file.Stream(o)
		if s == nil {
			continue
		}
		data, _ := c.file.Data(s)
		if i := bytes.Index(data, []byte("dynamicRender")); i >= 0 {
			rest := data[i:min(len(data), i+200)]
			if bytes.Contains(rest, []byte("required")) {
				c.fail("25-001", "")
			}
		}
	}
}

// checkOutline examines bookmarks: their language, and where they lead.
func (c *checker) checkOutline() {
	seen := map[cos.Object]bool{}
	queue := []cos.Object{c.file.Dict(c.catalog["Outlines"])["First"]}
	for len(queue) > 0 && len(seen) < maxElements {
		o := queue[0]
		queue = queue[1:]
		d := c.file.Dict(o)
		if r, ok := o.(cos.Ref); !ok || d == nil || seen[r] {
			continue
		}
		seen[o] = true
		if !c.lang {
			title, _ := c.file.Text(d["Title"])
			c.fail("11-003", title)
		}
		c.checkTarget(d)
		queue = append(queue, d["First"], d["Next"])
	}
}

// checkTarget examines where a bookmark or link leads.
func (c *checker) checkTarget(d cos.Dict) {
	if c.second() && d["Dest"] != nil {
		if a := c.file.Array(d["Dest"]); len(a) > 0 && c.file.Dict(a[0])["S"] == nil {
			c.fail("UA2 8.8", "Dest")
		}
	}
	c.checkAction(d["A"])
}

// allowed reports whether an archive may hold an action (ISO 19005-2, 6.5.1;
// ISO 19005-4, 6.6.1).
func (c *checker) allowed(action cos.Name) bool {
	switch action {
	case "GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm":
		return true
	case "JavaScript", "RichMediaExecute", "GoToDp":
		return c.archive[0] == '4'
	}
	return false
}

// checkAction examines an action and those that follow it.
func (c *checker) checkAction(o cos.Object) {
	for range 20 {
		d, ok := c.file.Resolve(o).(cos.Dict)
		if !ok {
			return
		}
		kind := c.file.Name(d["S"])
		if c.archive != "" && !c.allowed(kind) {
			c.fail("PDF/A 6.5.1", string(kind))
		}
		if c.second() && kind == "GoTo" && d["SD"] == nil {
			c.fail("UA2 8.8", "GoTo")
		}
		o = d["Next"]
	}
}

// pageList is the pages in order, as references.
func (c *checker) pageList() []cos.Object {
	var pages []cos.Object
	seen := map[cos.Object]bool{}
	var walk func(o cos.Object, depth int)
	walk = func(o cos.Object, depth int) {
		r, ok := o.(cos.Ref)
		if !ok || seen[r] || depth > 50 || len(pages) >= maxElements {
			return
		}
		seen[r] = true
		d := c.file.Dict(o)
		kids, ok := c.file.Resolve(d["Kids"]).(cos.Array)
		if !ok {
			if d != nil {
				pages = append(pages, o)
			}
			return
		}
		for _, kid := range kids {
			walk(kid, depth+1)
		}
	}
	walk(c.catalog["Pages"], 0)
	return pages
}
