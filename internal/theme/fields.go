package theme

import (
	"reflect"
	"slices"
	"strings"

	"stadtbote/internal/lang"
)

// unknownField reads Go's message about a field that a value lacks.
func unknownField(message string) (field, typ string, ok bool) {
	_, rest, found := strings.Cut(message, "can't evaluate field ")
	if !found {
		return "", "", false
	}
	field, typ, ok = strings.Cut(rest, " in type ")
	return field, typ, ok
}

// fieldsOf returns the fields that a type has, the nearest to the wrong one
// first, and that nearest one, or "" if none is near. The type is looked for
// in data and in everything that its fields lead to.
func fieldsOf(typ, wrong string, data any) (fields, near string) {
	t := findType(reflect.TypeOf(data), typ, make(map[reflect.Type]bool))
	if t == nil {
		return "", ""
	}
	var names []string
	for f := range t.Fields() {
		if f.IsExported() {
			names = append(names, f.Name)
		}
	}
	slices.Sort(names)
	near, found := lang.Nearest(wrong, names)
	if found {
		at := slices.Index(names, near)
		names = append([]string{near}, slices.Delete(names, at, at+1)...)
	}
	return strings.Join(names, ", "), near
}

// findType returns the struct type that is written so, with or without stars.
func findType(t reflect.Type, written string, seen map[reflect.Type]bool) reflect.Type {
	if t == nil || seen[t] {
		return nil
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return findType(t.Elem(), written, seen)
	case reflect.Struct:
		if t.String() == strings.TrimLeft(written, "*") {
			return t
		}
		for field := range t.Fields() {
			if found := findType(field.Type, written, seen); found != nil {
				return found
			}
		}
	}
	return nil
}
