package matterhorn

import (
	"strings"

	"stadtbote/internal/pdf/cos"
)

// maxElements bounds what is read of a structure, maxNesting how deep.
const (
	maxElements = 2_000_000
	maxNesting  = 400
)

// element is a structure element.
type element struct {
	dict   cos.Dict
	ref    cos.Ref
	kind   string // the standard type that it is mapped to; its own if there is none
	lang   bool   // its language is stated, by itself or above
	parent *element
	kids   []*element
	direct bool // holds content of its own
}

// contentKey names marked content: the page or form that it is in, and its
// number there.
type contentKey struct {
	owner cos.Ref
	mcid  int
}

// readStructure reads the structure tree (ISO 32000-1, 14.7) and the parent
// tree, which leads back from content and annotations to elements.
func (c *checker) readStructure() {
	c.content = map[contentKey]*element{}
	c.parents = map[int]*element{}
	tree := c.file.Dict(c.catalog["StructTreeRoot"])
	if tree == nil {
		c.fail("UA1 7.1", "")
		return
	}
	c.byRef = map[cos.Ref]*element{}
	r := reader{checker: c, roles: c.readRoles(tree)}
	c.root = &element{dict: tree, kind: "StructTreeRoot", lang: c.lang}
	r.kids(c.root, tree["K"], cos.Ref{}, 0)
	r.parentTree(tree["ParentTree"], 0)
	if first := c.root.kids; c.second() &&
		(len(first) != 1 || first[0].kind != "Document" || c.namespace(first[0].dict) != spacePDF2) {
		c.fail("UA2 8.2.5.2", "")
	}
}

// reader walks through the structure tree.
type reader struct {
	*checker
	roles roles
}

// kids reads the value of K: one kid or an array of them.
func (r *reader) kids(e *element, k cos.Object, page cos.Ref, depth int) {
	if a, ok := r.file.Resolve(k).(cos.Array); ok {
		for _, o := range a {
			r.kid(e, o, page, depth)
		}
		return
	}
	if k != nil {
		r.kid(e, k, page, depth)
	}
}

func (r *reader) kid(e *element, o cos.Object, page cos.Ref, depth int) {
	switch v := r.file.Resolve(o).(type) {
	case cos.Integer:
		r.content[contentKey{page, int(v)}] = e
		e.direct = true
	case cos.Dict:
		switch r.file.Name(v["Type"]) {
		case "MCR":
			owner := page
			if p, ok := v["Pg"].(cos.Ref); ok {
				owner = p
			}
			if s, ok := v["Stm"].(cos.Ref); ok {
				owner = s
			}
			mcid, _ := r.file.Integer(v["MCID"])
			r.content[contentKey{owner, mcid}] = e
			e.direct = true
		case "OBJR":
		default:
			r.element(e, o, v, page, depth)
		}
	}
}

func (r *reader) element(parent *element, o cos.Object, d cos.Dict, page cos.Ref, depth int) {
	ref, _ := o.(cos.Ref)
	if r.byRef[ref] != nil || depth > maxNesting || len(r.elements) >= maxElements {
		return
	}
	e := &element{dict: d, ref: ref, parent: parent}
	lang, _ := r.file.Text(d["Lang"])
	e.lang = lang != "" || parent.lang
	if p, ok := d["Pg"].(cos.Ref); ok {
		page = p
	}
	e.kind = r.standard(r.file.Name(d["S"]), r.namespace(d), r.roles)
	parent.kids = append(parent.kids, e)
	r.elements = append(r.elements, e)
	if ref != (cos.Ref{}) {
		r.byRef[ref] = e
	}
	r.kids(e, d["K"], page, depth+1)
}

// parentTree reads a number tree (ISO 32000-1, 7.9.7). What it says of pages
// must agree with the structure tree; content on which they differ is lost.
func (r *reader) parentTree(o cos.Object, depth int) {
	d := r.file.Dict(o)
	if d == nil || depth > 20 {
		return
	}
	nums := r.file.Array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		key, _ := r.file.Integer(nums[i])
		if ref, ok := nums[i+1].(cos.Ref); ok && r.byRef[ref] != nil {
			r.parents[key] = r.byRef[ref]
		}
	}
	for _, kid := range r.file.Array(d["Kids"]) {
		r.parentTree(kid, depth+1)
	}
}

// The namespaces of structure types (ISO 32000-2, 14.8.6).
const (
	spacePDF1   = "http://iso.org/pdf/ssn"
	spacePDF2   = "http://iso.org/pdf2/ssn"
	spaceMathML = "http://www.w3.org/1998/Math/MathML"
)

// namespace is that of an element; without one it is that of PDF 1.7.
func (c *checker) namespace(d cos.Dict) string {
	if ns := c.file.Dict(d["NS"]); ns != nil {
		name, _ := c.file.Text(ns["NS"])
		return name
	}
	return spacePDF1
}

// role is a structure type in its namespace.
type role struct{ name, space string }

// roles are what structure types are mapped to.
type roles map[role]role

// readRoles reads the role map and those of the namespaces.
func (c *checker) readRoles(tree cos.Dict) roles {
	m := roles{}
	own := c.file.Dict(tree["RoleMap"])
	for _, k := range own.Keys() {
		m[role{string(k), spacePDF1}] = role{string(c.file.Name(own[k])), spacePDF1}
	}
	for _, o := range c.file.Array(tree["Namespaces"]) {
		d := c.file.Dict(o)
		space, _ := c.file.Text(d["NS"])
		of := c.file.Dict(d["RoleMapNS"])
		for _, k := range of.Keys() {
			to := role{string(c.file.Name(of[k])), spacePDF1}
			if a := c.file.Array(of[k]); len(a) == 2 {
				to.name = string(c.file.Name(a[0]))
				to.space, _ = c.file.Text(c.file.Dict(a[1])["NS"])
			}
			m[role{string(k), space}] = to
		}
	}
	return m
}

// isStandard reports whether a type is defined by its namespace.
func isStandard(r role) bool {
	types := " " + types1 + " "
	switch r.space {
	case spaceMathML:
		return true
	case spacePDF2:
		types = " " + types2 + " "
		if n, ok := strings.CutPrefix(r.name, "H"); ok && n != "" && strings.Trim(n, "0123456789") == "" {
			return n[0] != '0'
		}
	case spacePDF1:
	default:
		return false
	}
	return r.name != "" && strings.Contains(types, " "+r.name+" ")
}

// The standard structure types of ISO 32000-1, 14.8.4, and ISO 32000-2.
const (
	types1 = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private " +
		"P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
		"Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP " +
		"Figure Formula Form"
	types2 = "Document DocumentFragment Part Sect Div Aside NonStruct P H Title FENote Sub Lbl Span Em " +
		"Strong Link Annot Form Ruby RB RT RP Warichu WT WP L LI LBody Table TR TH TD THead TBody TFoot " +
		"Caption Figure Formula Artifact"
)

// standard follows the role map to a standard type (ISO 14289-1, 7.1).
func (c *checker) standard(name cos.Name, space string, m roles) string {
	r := role{string(name), space}
	if isStandard(r) {
		if to, mapped := m[r]; mapped && to != r && space == spacePDF1 && !c.second() {
			c.fail("02-004", r.name)
		}
		return r.name
	}
	seen := map[role]bool{}
	for !isStandard(r) {
		if seen[r] {
			c.fail("02-003", string(name))
			return string(name)
		}
		seen[r] = true
		to, mapped := m[r]
		if !mapped {
			c.fail("02-001", string(name))
			return string(name)
		}
		r = to
	}
	return r.name
}
