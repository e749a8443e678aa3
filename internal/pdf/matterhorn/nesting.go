package matterhorn

import "strings"

// nesting says which standard types belong together (ISO 32000-1, Tables 333
// and 336 to 338). An empty list allows all.
type nesting struct {
	kind      string
	parents   string // what it may stand in
	kids      string // what it may hold
	condition string
}

var nestings = []nesting{
	{kind: "Table", kids: "TR THead TBody TFoot Caption", condition: "09-004"},
	{kind: "THead", parents: "Table", kids: "TR", condition: "09-004"},
	{kind: "TBody", parents: "Table", kids: "TR", condition: "09-004"},
	{kind: "TFoot", parents: "Table", kids: "TR", condition: "09-004"},
	{kind: "TR", parents: "Table THead TBody TFoot", kids: "TH TD", condition: "09-004"},
	{kind: "TH", parents: "TR", condition: "09-004"},
	{kind: "TD", parents: "TR", condition: "09-004"},
	{kind: "L", kids: "L LI Caption", condition: "09-005"},
	{kind: "LI", parents: "L", kids: "Lbl LBody", condition: "09-005"},
	{kind: "LBody", parents: "LI", condition: "09-005"},
	{kind: "TOC", kids: "TOC TOCI Caption", condition: "09-006"},
	{kind: "TOCI", parents: "TOC", condition: "09-006"},
	{kind: "Ruby", kids: "RB RT RP", condition: "09-007"},
	{kind: "RB", parents: "Ruby", condition: "09-007"},
	{kind: "RT", parents: "Ruby", condition: "09-007"},
	{kind: "RP", parents: "Ruby", condition: "09-007"},
	{kind: "Warichu", kids: "WT WP", condition: "09-008"},
	{kind: "WT", parents: "Warichu", condition: "09-008"},
	{kind: "WP", parents: "Warichu", condition: "09-008"},
}

func oneOf(list, kind string) bool {
	return strings.Contains(" "+list+" ", " "+kind+" ")
}

// checkNesting examines an element among its neighbours.
func (c *checker) checkNesting(e *element) {
	for i := range nestings {
		n := &nestings[i]
		if n.kind != e.kind {
			continue
		}
		if n.parents != "" && !oneOf(n.parents, holder(e).kind) {
			c.fail(n.condition, e.kind+" in "+holder(e).kind)
		}
		for _, kid := range e.kids {
			if n.kids != "" && !transparent(kid.kind) && !oneOf(n.kids, kid.kind) {
				c.fail(n.condition, kid.kind+" in "+e.kind)
			}
		}
	}
	switch e.kind {
	case "Table":
		c.checkParts(e)
		c.checkGrid(e)
		c.checkHeaders(e)
	case "L":
		c.checkCaption(e, "09-005")
	case "TOC":
		c.checkCaption(e, "09-006")
	}
}

// transparent elements group without meaning.
func transparent(kind string) bool { return kind == "NonStruct" || kind == "Artifact" }

// holder is what an element stands in, past those without meaning.
func holder(e *element) *element {
	p := e.parent
	for p.parent != nil && transparent(p.kind) {
		p = p.parent
	}
	return p
}

// checkParts counts the parts of a table: one head, one foot, both only with a
// body, and a caption that stands first or last.
func (c *checker) checkParts(table *element) {
	count := map[string]int{}
	for i, kid := range table.kids {
		count[kid.kind]++
		if kid.kind == "Caption" && i > 0 && i < len(table.kids)-1 {
			c.fail("09-004", "Caption between rows")
		}
	}
	for _, kind := range []string{"THead", "TFoot", "Caption"} {
		if count[kind] > 1 {
			c.fail("09-004", "more than one "+kind)
		}
	}
	if count["TBody"] == 0 && count["THead"]+count["TFoot"] > 0 {
		c.fail("09-004", "THead without TBody")
	}
}

// checkCaption allows a caption only at the head.
func (c *checker) checkCaption(e *element, number string) {
	for i, kid := range e.kids {
		if i > 0 && kid.kind == "Caption" {
			c.fail(number, "Caption in the middle")
		}
	}
}
