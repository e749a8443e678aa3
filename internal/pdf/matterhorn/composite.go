package matterhorn

import "stadtbote/internal/pdf/cos"

// checkComposite examines a Type 0 font (ISO 14289-1, 7.21.3).
func (c *checker) checkComposite(f *fontUse) {
	c.checkEncoding(f)
	c.checkEmbeddedFont(f, f.cid)
	c.checkUnicode(f)
	if c.file.Name(f.cid["Subtype"]) != "CIDFontType2" {
		return
	}
	switch m := c.file.Resolve(f.cid["CIDToGIDMap"]).(type) {
	case nil:
		c.fail("31-005", f.name)
	case cos.Name:
		if m != "Identity" {
			c.fail("31-004", f.name)
		}
	case *cos.Stream:
		data, err := c.file.Data(m)
		if err != nil {
			c.fail("31-004", f.name)
			return
		}
		f.toGlyph = data
	default:
		c.fail("31-004", f.name)
	}
	c.checkCIDSet(f)
	if f.program == nil || f.encoding.predefined {
		return
	}
	f.readCIDWidths(c.file)
	for _, code := range f.sorted() {
		cid := f.encoding.cid(code)
		width, known := f.widths[cid]
		if !known {
			width = f.missing
		}
		c.checkGlyph(f, f.glyph(cid), width)
	}
}

// glyph is the glyph of a CID.
func (f *fontUse) glyph(cid int) int {
	if f.toGlyph == nil {
		return cid
	}
	if 2*cid+1 >= len(f.toGlyph) {
		return 0
	}
	return int(f.toGlyph[2*cid])<<8 | int(f.toGlyph[2*cid+1])
}

// readCIDWidths reads the array W (ISO 32000-1, 9.7.4.3).
func (f *fontUse) readCIDWidths(file *cos.File) {
	f.missing, f.widths = 1000, map[int]int{}
	if n, ok := cos.Number(file.Resolve(f.cid["DW"])); ok {
		f.missing = int(n / 1000)
	}
	w := file.Array(f.cid["W"])
	for len(w) >= 2 {
		from, _ := file.Integer(w[0])
		if list, ok := file.Resolve(w[1]).(cos.Array); ok {
			for i, o := range list {
				n, _ := cos.Number(file.Resolve(o))
				f.widths[from+i] = rounded(n)
			}
			w = w[2:]
			continue
		}
		if len(w) < 3 {
			return
		}
		to, _ := file.Integer(w[1])
		n, _ := cos.Number(file.Resolve(w[2]))
		for cid := from; cid <= min(to, 0xffff); cid++ {
			f.widths[cid] = rounded(n)
		}
		w = w[3:]
	}
}

// rounded is a number of thousandths as a whole number.
func rounded(thousandths int64) int {
	if thousandths < 0 {
		return int((thousandths - 500) / 1000)
	}
	return int((thousandths + 500) / 1000)
}

// checkEncoding examines the CMap of a composite font.
func (c *checker) checkEncoding(f *fontUse) {
	s := c.file.Stream(f.dict["Encoding"])
	if s == nil {
		if name := c.file.Name(f.dict["Encoding"]); !predefined(string(name)) {
			c.fail("31-006", f.name)
		}
		return
	}
	if direction, _ := c.file.Integer(s.Dict["WMode"]); direction != f.encoding.direction {
		c.fail("31-007", f.name)
	}
	if base := f.encoding.base; base != "" && !predefined(base) {
		c.fail("31-008", f.name)
	}
	mine, its := c.file.Dict(f.cid["CIDSystemInfo"]), c.file.Dict(s.Dict["CIDSystemInfo"])
	for i, key := range []cos.Name{"Registry", "Ordering"} {
		a, _ := c.file.Text(mine[key])
		b, _ := c.file.Text(its[key])
		if a != b {
			c.fail([]string{"31-001", "31-002"}[i], f.name)
		}
	}
	a, _ := c.file.Integer(mine["Supplement"])
	if b, _ := c.file.Integer(its["Supplement"]); a < b {
		c.fail("31-003", f.name)
	}
}

// predefined reports whether a CMap is one of ISO 32000-1, Table 118.
func predefined(name string) bool {
	return oneOf("Identity-H Identity-V "+
		"GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V "+
		"UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V "+
		"B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V "+
		"UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V "+
		"83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V "+
		"EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V "+
		"UniJIS-UTF16-H UniJIS-UTF16-V "+
		"KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H "+
		"UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V", name)
}
