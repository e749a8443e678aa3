package theme

import (
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"strings"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// functions returns what templates can call beside the functions that Go's
// templates always have. Those that make text are the same with a limit, so
// that a loop cannot double a text until memory ends.
func (t *Theme) functions() map[string]any {
	return map[string]any{
		"word":      t.word,
		"asset":     t.asset,
		"integrity": t.integrity,
		"cached":    t.cached,
		"first":     first,
		"print":     func(args ...any) (string, error) { return limit(fmt.Sprint(args...)) },
		"println":   func(args ...any) (string, error) { return limit(fmt.Sprintln(args...)) },
		"printf":    func(format string, args ...any) (string, error) { return limit(fmt.Sprintf(format, args...)) },
		"js":        func(args ...any) (string, error) { return limit(template.JSEscaper(args...)) },
	}
}

// limit refuses a text that no template needs.
func limit(s string) (string, error) {
	if len(s) > maxString {
		return "", errString
	}
	return s, nil
}

// mistake is a wrong argument of one of the theme's functions.
type mistake struct {
	code diag.Code
	args []any
}

func (m *mistake) Error() string { return fmt.Sprint(m.code, m.args) }

// word returns one of the theme's own words. {1}, {2}, … in it become args.
func (t *Theme) word(key string, args ...any) (string, error) {
	text, err := t.resolve("word", key)
	if err != nil {
		return "", err
	}
	return fill(text, args), nil
}

// asset returns the address of a file of static/.
func (t *Theme) asset(path string) (string, error) {
	text, err := t.resolve("asset", path)
	if err != nil {
		return "", err
	}
	return text, nil
}

// integrity returns the value of the attribute of that name for a file of
// static/.
func (t *Theme) integrity(path string) (string, error) {
	text, err := t.resolve("integrity", path)
	if err != nil {
		return "", err
	}
	return text, nil
}

// resolve returns what a function makes of a name.
func (t *Theme) resolve(function, name string) (string, *mistake) {
	if function == "word" {
		text, known := t.words[name]
		if !known {
			return "", &mistake{diag.TemplateWord, []any{name, perhaps(name, slices.Sorted(maps.Keys(t.words)))}}
		}
		return text, nil
	}
	asset, known := t.assets[name]
	if !known {
		return "", &mistake{diag.TemplateAsset, []any{name, perhaps(name, slices.Sorted(maps.Keys(t.assets)))}}
	}
	if function == "integrity" {
		return asset.Integrity, nil
	}
	return asset.URL, nil
}

// perhaps returns the known name that is nearest to a wrong one, or else the
// first of all that there are.
func perhaps(wrong string, known []string) string {
	if near, found := lang.Nearest(wrong, known); found {
		return near
	}
	if len(known) > 6 {
		known = append(slices.Clone(known[:6]), "…")
	}
	return strings.Join(known, ", ")
}

// cached renders a partial once for each pointer and returns the same HTML
// from then on. A nil pointer gives nothing.
//
// Two goroutines that ask for the same pointer at once both render it, and one
// result is kept: waiting for one another could end in a deadlock.
func (t *Theme) cached(name string, value any) (template.HTML, error) {
	known := t.cache[name]
	if known == nil {
		return "", &mistake{diag.TemplateUnknown, []any{name, perhaps(name, slices.Sorted(maps.Keys(t.cache)))}}
	}
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Pointer {
		return "", &mistake{diag.TemplateCachedPointer, []any{name, fmt.Sprintf("%T", value)}}
	}
	if html, ok := known.Load(value); ok {
		return html.(template.HTML), nil
	}
	if v.IsNil() {
		return "", nil
	}
	buf := buffers.Get().(*buffer)
	defer buf.release()
	if err := t.partials.execute(t, name, buf, value); err != nil {
		return "", err
	}
	html, _ := known.LoadOrStore(value, template.HTML(buf.bytes)) //nolint:gosec // the template has escaped it
	return html.(template.HTML), nil
}

// first returns at most n items of a list.
func first(n int, list any) (any, error) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return nil, fmt.Errorf("first: %T is no list", list)
	}
	return v.Slice(0, max(0, min(n, v.Len()))).Interface(), nil
}

// fill replaces {1}, {2}, … by args.
func fill(text string, args []any) string {
	for i, arg := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i+1), fmt.Sprint(arg))
	}
	return text
}
