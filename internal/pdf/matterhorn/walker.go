package matterhorn

import "stadtbote/internal/pdf/cos"

// walker runs through the content of a page, and of the forms that it shows.
type walker struct {
	*checker
	owner     cos.Ref // the page or form, for marked content
	forms     map[cos.Ref]int
	resources cos.Dict
	marks     []scope // open marked content
	saved     []textState
	state     textState
	depth     int  // of forms within forms
	tagged    bool // a form is shown inside tagged content
	artifact  bool // a form is shown inside an artifact
	lang      bool // … whose language is stated
}

// scope is marked content while it is open.
type scope struct {
	artifact, tagged, lang bool
}

// textState is what of the graphics state matters for text.
type textState struct {
	font   cos.Object
	hidden bool // rendering mode 3: not shown
}

// maxForms bounds how deep forms nest.
const maxForms = 12

func (w *walker) run(content []byte, resources cos.Dict) {
	w.resources = resources
	for op := range cos.Operations(content) {
		w.operation(op)
	}
}

func (w *walker) operation(op cos.Operation) {
	switch op.Name {
	case "BMC", "BDC":
		w.open(op)
	case "EMC":
		if len(w.marks) > 0 {
			w.marks = w.marks[:len(w.marks)-1]
		}
	case "q":
		if len(w.saved) < 1000 {
			w.saved = append(w.saved, w.state)
		}
	case "Q":
		if n := len(w.saved); n > 0 {
			w.state, w.saved = w.saved[n-1], w.saved[:n-1]
		}
	case "Tf":
		if len(op.Operands) > 0 {
			name, _ := op.Operands[0].(cos.Name)
			w.state.font = w.file.Dict(w.resources["Font"])[name]
		}
	case "Tr":
		w.state.hidden = len(op.Operands) > 0 && op.Operands[0] == cos.Object(cos.Integer(3))
	case "Tj", "'", "\"", "TJ":
		w.showText(op)
	case "Do":
		w.showObject(op)
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "BI":
		w.shown(op.Name)
		if op.Name == "BI" && len(op.Operands) > 0 {
			w.inline(op.Operands[0])
		}
	case "g", "G", "rg", "RG", "k", "K", "cs", "CS":
		w.color(op)
	}
}

// open enters marked content (ISO 32000-1, 14.6).
func (w *walker) open(op cos.Operation) {
	if len(w.marks) > 10000 {
		return
	}
	var s scope
	outer := w.inner()
	s.lang = outer.lang
	name, _ := first(op.Operands).(cos.Name)
	s.artifact = name == "Artifact"
	if len(op.Operands) > 1 {
		d := w.file.Dict(op.Operands[1])
		if n, ok := op.Operands[1].(cos.Name); ok {
			d = w.file.Dict(w.file.Dict(w.resources["Properties"])[n])
		}
		if mcid, ok := w.file.Integer(d["MCID"]); ok {
			w.numbered[w.owner] = true
			if e := w.content[contentKey{w.owner, mcid}]; e != nil {
				s.tagged = true
				s.lang = s.lang || e.lang
			}
		}
		if l, _ := w.file.Text(d["Lang"]); l != "" {
			s.lang = true
		}
	}
	if s.artifact && outer.tagged {
		w.fail("01-003", "")
	}
	if s.tagged && outer.artifact {
		w.fail("01-004", "")
	}
	s.artifact = s.artifact || outer.artifact
	s.tagged = s.tagged || outer.tagged
	w.marks = append(w.marks, s)
}

func first(operands []cos.Object) cos.Object {
	if len(operands) == 0 {
		return nil
	}
	return operands[0]
}

// inner is what holds at this point.
func (w *walker) inner() scope {
	if n := len(w.marks); n > 0 {
		return w.marks[n-1]
	}
	return scope{w.artifact, w.tagged, w.lang}
}

// shown notes that something appears on the page.
func (w *walker) shown(what string) {
	if s := w.inner(); !s.tagged && !s.artifact {
		w.fail("01-005", what)
	}
}

func (w *walker) showText(op cos.Operation) {
	s := w.inner()
	w.shown("Text")
	if !s.artifact && !s.lang && !w.checker.lang {
		w.fail("11-001", "")
	}
	font := w.font(w.state.font)
	if font == nil {
		return
	}
	font.rendered = font.rendered || !w.state.hidden
	operands := op.Operands
	if op.Name == "\"" && len(operands) > 2 {
		operands = operands[2:]
	}
	for _, o := range operands {
		list, ok := o.(cos.Array)
		if !ok {
			list = cos.Array{o}
		}
		for _, o := range list {
			if text, ok := o.(cos.String); ok {
				font.show(string(text), w.page)
			}
		}
	}
}

// showObject shows a picture or the content of a form.
func (w *walker) showObject(op cos.Operation) {
	name, _ := first(op.Operands).(cos.Name)
	o := w.file.Dict(w.resources["XObject"])[name]
	s := w.file.Stream(o)
	if s == nil {
		return
	}
	if w.file.Name(s.Dict["Subtype"]) != "Form" {
		w.shown(string(name))
		w.space(s.Dict["ColorSpace"])
		return
	}
	if s.Dict["Ref"] != nil {
		w.fail("30-001", string(name))
	}
	ref, _ := o.(cos.Ref)
	w.forms[ref]++
	if w.forms[ref] > 1 {
		if w.forms[ref] == 2 && w.numbered[ref] {
			w.fail("30-002", string(name))
		}
		if w.forms[ref] > 3 { // examined in as many surroundings
			return
		}
	}
	if w.depth >= maxForms {
		return
	}
	data, err := w.file.Data(s)
	if err != nil {
		return
	}
	inner := w.inner()
	form := walker{
		checker: w.checker, owner: ref, forms: w.forms, depth: w.depth + 1, state: w.state,
		tagged: inner.tagged, artifact: inner.artifact, lang: inner.lang,
	}
	resources := w.file.Dict(s.Dict["Resources"])
	if resources == nil {
		resources = w.resources
	}
	form.run(data, resources)
}

// color notes the colour spaces that operators choose.
func (w *walker) color(op cos.Operation) {
	switch op.Name {
	case "g", "G":
		w.device("DeviceGray", w.resources)
	case "rg", "RG":
		w.device("DeviceRGB", w.resources)
	case "k", "K":
		w.device("DeviceCMYK", w.resources)
	default:
		name, _ := first(op.Operands).(cos.Name)
		if o := w.file.Dict(w.resources["ColorSpace"])[name]; o != nil {
			w.space(o)
			return
		}
		w.device(name, w.resources)
	}
}

// space notes the device colour space that another rests upon.
func (w *walker) space(o cos.Object) {
	for range 5 {
		switch v := w.file.Resolve(o).(type) {
		case cos.Name:
			w.device(v, w.resources)
			return
		case cos.Array:
			if len(v) < 2 {
				return
			}
			switch w.file.Name(v[0]) {
			case "Indexed", "I", "Pattern":
				o = v[1]
			case "Separation", "DeviceN":
				if len(v) < 3 {
					return
				}
				o = v[2]
			default:
				return
			}
		default:
			return
		}
	}
}

func (w *walker) inline(o cos.Object) {
	d := w.file.Dict(o)
	for _, key := range []cos.Name{"CS", "ColorSpace"} {
		if d[key] != nil {
			w.space(d[key])
		}
	}
}
