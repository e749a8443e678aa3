package theme

// Both executes a page compiled and by html/template. ended tells whether the
// compiled form came to its end.
func (t *Theme) Both(name string, data any) (compiled, interpreted string, ended bool, err error) {
	p := t.pages[name]
	var fast, slow buffer
	if program := p.programs.of(t, p.entry, data); program != nil {
		ended = program.execute(t, &fast, data)
	}
	err = execute(p.programs.set, p.entry, &slow, data)
	return string(fast.bytes), string(slow.bytes), ended, err
}
