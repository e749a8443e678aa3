package matterhorn

import (
	"slices"
	"strconv"
	"strings"

	"stadtbote/internal/pdf/cos"
)

// checkStructure examines all elements, in reading order.
func (c *checker) checkStructure() {
	if c.root == nil {
		return
	}
	ids := map[string]bool{}
	for _, e := range c.elements {
		c.page = c.pageOf(e)
		c.checkNesting(e)
		c.checkTexts(e)
		switch e.kind {
		case "Figure":
			if !c.described(e) {
				c.fail("13-004", "")
			}
		case "Formula":
			if !c.described(e) {
				c.fail("17-002", "")
			}
		case "Note":
			c.checkNote(e, ids)
		}
		if c.second() {
			c.checkCitations(e)
		}
	}
	c.page = 0
	if !c.second() {
		c.checkHeadings()
	}
}

// pageOf is the page on which an element begins, 0 if it does not say.
func (c *checker) pageOf(e *element) int {
	pg, ok := e.dict["Pg"].(cos.Ref)
	if !ok {
		return 0
	}
	if c.pageNumbers == nil {
		c.pageNumbers = make(map[cos.Object]int, len(c.pages))
		for i, p := range c.pages {
			c.pageNumbers[p] = i + 1
		}
	}
	return c.pageNumbers[pg]
}

// described reports whether an element has a text that stands for it (ISO
// 14289-1, 7.3).
func (c *checker) described(e *element) bool {
	alt, _ := c.file.Text(e.dict["Alt"])
	_, actual := c.file.Text(e.dict["ActualText"])
	return strings.TrimSpace(alt) != "" || actual
}

// checkTexts demands a language for texts that replace content (7.2).
func (c *checker) checkTexts(e *element) {
	if e.lang {
		return
	}
	for _, key := range []cos.Name{"Alt", "ActualText", "E"} {
		if text, ok := c.file.Text(e.dict[key]); ok {
			c.fail("11-002", text)
		}
	}
}

// checkNote demands an ID that no other note has (7.9).
func (c *checker) checkNote(e *element, ids map[string]bool) {
	id, ok := c.file.Resolve(e.dict["ID"]).(cos.String)
	switch {
	case !ok || id == "":
		c.fail("19-003", "")
	case ids[string(id)]:
		c.fail("19-004", string(id))
	}
	ids[string(id)] = true
}

// checkCitations demands that a note and what cites it name each other (ISO
// 14289-2, 8.2.5.14).
func (c *checker) checkCitations(e *element) {
	for _, o := range c.file.Array(e.dict["Ref"]) {
		to, _ := o.(cos.Ref)
		other := c.byRef[to]
		if other != nil && (e.kind == "FENote" || other.kind == "FENote") && !names(c.file, o, e.ref) {
			c.fail("UA2 8.2.5.14", "")
		}
	}
}

// names reports whether the element's Ref has the other.
func names(f *cos.File, e cos.Object, other cos.Ref) bool {
	return slices.Contains(f.Array(f.Dict(e)["Ref"]), cos.Object(other))
}

// checkHeadings walks over the headings: the first is H1, no level is skipped
// on the way down, H and H1 are not mixed (ISO 14289-1, 7.4).
func (c *checker) checkHeadings() {
	last, plain, numbered := 0, false, false
	for _, e := range c.elements {
		c.page = c.pageOf(e)
		if e.kind == "H" {
			plain = true
		}
		level := headingLevel(e.kind)
		if level == 0 {
			continue
		}
		numbered = true
		switch {
		case last == 0 && level != 1:
			c.fail("14-002", c.words(e))
		case level > last+1:
			c.fail("14-003", c.words(e))
		}
		last = level
	}
	c.page = 0
	if plain && numbered {
		c.fail("14-007", "")
	}
	for _, e := range append([]*element{c.root}, c.elements...) {
		count := 0
		for _, kid := range e.kids {
			if kid.kind == "H" {
				count++
			}
		}
		if count > 1 {
			c.fail("14-006", e.kind)
		}
	}
}

// headingLevel is n of Hn, 0 for all other types.
func headingLevel(kind string) int {
	digits, ok := strings.CutPrefix(kind, "H")
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 {
		return 0
	}
	return n
}
