package cos

// maxDepth bounds how deep arrays and dictionaries nest.
const maxDepth = 200

// parser puts tokens together to objects.
type parser struct {
	lexer
	depth int
	plain bool // content streams: no references, and words end the object
}

// object reads one object. A word that begins none is returned as keyword.
func (p *parser) object() Object {
	t := p.next()
	k, ok := t.(keyword)
	if !ok {
		if n, ok := t.(Integer); ok && !p.plain {
			return p.reference(n)
		}
		return t
	}
	switch k {
	case "[":
		return p.array()
	case "<<":
		return p.dict()
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return k
}

// reference reads the rest of "12 0 R" if that is what follows.
func (p *parser) reference(n Integer) Object {
	from := p.at
	if g, ok := p.next().(Integer); ok && n >= 0 && n < 1<<31-1 && g >= 0 && g <= 0xffff {
		if p.next() == keyword("R") {
			return Ref{int(n), int(g)}
		}
	}
	p.at = from
	return n
}

func (p *parser) array() Object {
	a := Array{}
	if p.depth >= maxDepth {
		return a
	}
	p.depth++
	defer func() { p.depth-- }()
	for {
		from := p.at
		o := p.object()
		if k, ok := o.(keyword); ok {
			p.unread(k, from)
			return a
		}
		a = append(a, o)
	}
}

func (p *parser) dict() Object {
	d := Dict{}
	if p.depth >= maxDepth {
		return d
	}
	p.depth++
	defer func() { p.depth-- }()
	for {
		from := p.at
		switch key := p.next().(type) {
		case Name:
			from = p.at
			o := p.object()
			if k, ok := o.(keyword); ok {
				p.unread(k, from)
				return d
			}
			if o != nil {
				d[key] = o
			}
		case keyword:
			p.unread(key, from)
			return d
		}
	}
}

// unread steps back before a word that ends a broken array or dictionary, so
// that "endobj" is seen by whoever looks for it.
func (p *parser) unread(k keyword, from int) {
	if len(k) > 2 {
		p.at = from
	}
}
