package cos

import (
	"bytes"
	"iter"
)

// Operation is one operator of a content stream with its operands (7.8.2).
type Operation struct {
	Name     string
	Operands []Object
}

// maxOperands is how many operands are kept. Operators of pages have a few,
// those of character maps some hundreds.
const maxOperands = 1024

// Operations reads a content stream. The operands are valid until the next
// step. An inline picture is one operation named "BI" whose operand is its
// dictionary.
func Operations(data []byte) iter.Seq[Operation] {
	return func(yield func(Operation) bool) {
		p := parser{lexer: lexer{data: data}, plain: true}
		var operands []Object
		for {
			o := p.object()
			k, ok := o.(keyword)
			switch {
			case !ok:
				if len(operands) < maxOperands {
					operands = append(operands, o)
				}
				continue
			case k == end:
				return
			case k == "BI":
				operands = append(operands[:0], p.inlinePicture())
			}
			if !yield(Operation{Name: string(k), Operands: operands}) {
				return
			}
			operands = operands[:0]
		}
	}
}

// inlinePicture reads the dictionary between BI and ID and skips the data up
// to EI (8.9.7).
func (p *parser) inlinePicture() Dict {
	d := Dict{}
	for {
		t := p.object()
		key, ok := t.(Name)
		if !ok {
			break
		}
		d[key] = p.object()
	}
	rest := p.data[p.at:]
	for from := 0; ; {
		i := bytes.Index(rest[from:], []byte("EI"))
		if i < 0 {
			p.at = len(p.data)
			return d
		}
		i += from
		before := i == 0 || space(rest[i-1])
		after := i+2 >= len(rest) || space(rest[i+2])
		if before && after {
			p.at += i + 2
			return d
		}
		from = i + 2
	}
}
