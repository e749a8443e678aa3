// Package cos reads PDF files as what they are made of: numbers, names,
// strings, arrays, dictionaries and streams ("Carousel object system", as the
// format's makers call it; ISO 32000-1, 7).
//
// It reads files of any origin and trusts nothing: it never panics, follows no
// loop, and unpacks no more than a limit. What it cannot make sense of counts
// as null, as the standard has it; only a file whose objects cannot be found
// at all is an error. It repairs nothing.
//
// There are no floats: a Real is a whole number of thousandths, which is as
// fine as any page needs.
package cos

import "slices"

// Object is one of nil (null), bool, Integer, Real, String, Name, Array, Dict,
// *Stream or Ref.
type Object any

// Integer is a whole number.
type Integer int64

// Real is a number with a fraction, in thousandths, cut off.
type Real int64

// String is a string's bytes.
type String string

// Name is a name without its slash.
type Name string

// Array is a list of objects.
type Array []Object

// Dict is a dictionary. Use Keys for a stable order.
type Dict map[Name]Object

// Ref names an indirect object.
type Ref struct{ Number, Generation int }

// Stream is a dictionary with data, still as its filters left it.
type Stream struct {
	Dict Dict
	Raw  []byte
}

// Keys are the keys of a dictionary in ascending order.
func (d Dict) Keys() []Name {
	keys := make([]Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Number is an Integer or Real in thousandths.
func Number(o Object) (thousandths int64, ok bool) {
	switch v := o.(type) {
	case Integer:
		return int64(v) * 1000, true
	case Real:
		return int64(v), true
	}
	return 0, false
}
