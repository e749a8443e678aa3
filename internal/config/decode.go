package config

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"stadtbote/internal/diag"
	"stadtbote/internal/lang"
)

// decoder lays a YAML tree over a struct and remembers where each value was
// written. Fields that the tree does not name keep their values.
type decoder struct {
	file   string
	diags  diag.List
	places map[string]diag.Pos // by path: "sections[1].name"
	nodes  int                 // seen so far
	none   map[string]bool     // of data/: paths of which is said that there is none; nil elsewhere
	sound  bool                // of data/: the form is right, so that what is missing can be told
}

// maxNodes bounds how often aliases may repeat a tree.
const maxNodes = 20_000

// value decodes node into what the pointer target points to.
func (d *decoder) value(node *yaml.Node, target any) {
	d.into(node, reflect.ValueOf(target).Elem(), "")
}

func (d *decoder) into(node *yaml.Node, v reflect.Value, path string) {
	if d.nodes++; d.nodes > maxNodes {
		if d.nodes == maxNodes+1 {
			d.report(node, diag.ConfigTooBig, maxNodes)
		}
		return
	}
	if node.Kind == yaml.AliasNode {
		d.into(node.Alias, v, path)
		return
	}
	d.places[path] = pos(node)
	if node.Tag == "!!null" {
		return // "key:" without a value is the same as no key
	}
	switch {
	case d.saysNone(node):
		d.none[path] = true
		return
	case v.Type() == reflect.TypeFor[Day]():
		d.day(node, v, path)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(node, v, path)
	case reflect.Slice:
		d.list(node, v, path)
	case reflect.Map:
		d.texts(node, v, path)
	default:
		d.scalar(node, v, path)
	}
}

func (d *decoder) structure(node *yaml.Node, v reflect.Value, path string) {
	if node.Kind != yaml.MappingNode {
		d.report(node, diag.ConfigType, orWhole(path), "Schlüssel: Wert / key: value", shown(node))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if first, twice := seen[key.Value]; twice {
			d.report(key, diag.ConfigTwice, key.Value, first, key.Line)
			continue
		}
		seen[key.Value] = key.Line
		field, name, known := field(v, key.Value)
		if !known {
			d.unknown(key, v.Type())
			continue
		}
		d.into(node.Content[i+1], field, strings.TrimPrefix(path+"."+name, "."))
	}
}

func (d *decoder) list(node *yaml.Node, v reflect.Value, path string) {
	items := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		items = node.Content
	} else if v.Type().Elem().Kind() == reflect.Struct && node.Kind != yaml.MappingNode {
		d.report(node, diag.ConfigType, path, "- …", shown(node))
		return
	}
	out := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		d.into(item, out.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
	v.Set(out)
}

// texts decodes a table of texts by names that nobody knows in advance.
func (d *decoder) texts(node *yaml.Node, v reflect.Value, path string) {
	if node.Kind != yaml.MappingNode {
		d.report(node, diag.ConfigType, path, "Schlüssel: Wert / key: value", shown(node))
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(node.Content)/2))
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if v.MapIndex(reflect.ValueOf(key.Value)).IsValid() {
			d.report(key, diag.ConfigTwice, key.Value, d.places[path+"."+key.Value].Line, key.Line)
			continue
		}
		text := reflect.New(v.Type().Elem()).Elem()
		d.into(value, text, path+"."+key.Value)
		d.places[path+"."+key.Value] = pos(key)
		v.SetMapIndex(reflect.ValueOf(key.Value), text)
	}
}

func (d *decoder) scalar(node *yaml.Node, v reflect.Value, path string) {
	if node.Kind != yaml.ScalarNode {
		d.report(node, diag.ConfigType, path, expected(v), shown(node))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.TrimSpace(node.Value))
	case reflect.Int:
		n, err := strconv.Atoi(node.Value)
		if err != nil {
			d.report(node, diag.ConfigType, path, expected(v), shown(node))
			return
		}
		v.SetInt(int64(n))
	case reflect.Bool:
		claim, known := claims[strings.ToLower(node.Value)]
		if !known {
			d.report(node, diag.ConfigType, path, expected(v), shown(node))
			return
		}
		v.SetBool(claim)
	default:
		panic("config: no rule for fields of type " + v.Type().String())
	}
}

// claims are the words for true and false: YAML 1.1 has the English ones, and
// people write the German ones.
var claims = map[string]bool{
	"true": true, "yes": true, "on": true, "ja": true, "an": true,
	"false": false, "no": false, "off": false, "nein": false, "aus": false,
}

// saysNone reports whether a value of data/ is a word for there being none.
func (d *decoder) saysNone(node *yaml.Node) bool {
	if d.none == nil || node.Kind != yaml.ScalarNode {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(node.Value)) {
	case "keine", "keins", "keiner", "keinen", "niemand", "entfällt", "none", "nobody":
		return true
	}
	return false
}

// day decodes a day.
func (d *decoder) day(node *yaml.Node, v reflect.Value, path string) {
	moment, _, ok := lang.ParseDate(node.Value)
	if node.Kind != yaml.ScalarNode || !ok {
		d.report(node, diag.BadDate, path, shown(node))
		return
	}
	v.Set(reflect.ValueOf(Day{lang.Midnight(moment, 0), pos(node)}))
}

// field returns the field that a key names, in either language, and its name.
func field(v reflect.Value, key string) (field reflect.Value, name string, known bool) {
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		name := tag.Get("yaml")
		if name != "-" && name != "" && (name == key || tag.Get("en") == key || tag.Get("en") != "" && plainKeys.Replace(key) == name) {
			return v.Field(i), name, true
		}
	}
	return reflect.Value{}, "", false
}

// plainKeys are the umlauts that keys of data/ are written without.
var plainKeys = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

func (d *decoder) unknown(key *yaml.Node, t reflect.Type) {
	known := keys(t)
	if near, found := lang.Nearest(key.Value, known); found {
		d.report(key, diag.ConfigUnknownNear, key.Value, near)
		return
	}
	d.report(key, diag.ConfigUnknown, key.Value, strings.Join(known, ", "))
}

// keys returns the keys that a struct knows.
func keys(t reflect.Type) []string {
	var names []string
	for field := range t.Fields() {
		if name := field.Tag.Get("yaml"); name != "-" {
			names = append(names, name)
		}
	}
	return names
}

func (d *decoder) report(node *yaml.Node, code diag.Code, args ...any) {
	d.diags.Report(d.file, pos(node), code, args...)
}

func pos(node *yaml.Node) diag.Pos { return diag.Pos{Line: node.Line, Col: node.Column} }

// shown returns a value as it stands in a message.
func shown(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "{…}"
	case yaml.SequenceNode:
		return "[…]"
	default:
		return node.Value
	}
}

// expected is an example of what a field takes.
func expected(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Int:
		return "20"
	case reflect.Bool:
		return "true / false"
	default:
		return "Text"
	}
}

func orWhole(path string) string {
	if path == "" {
		return File
	}
	return path
}
