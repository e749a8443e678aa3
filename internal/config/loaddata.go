package config

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/lang"
	"stadtbote/internal/syntax"
)

// Folder is the name of the folder that LoadData reads.
const Folder = "data"

// LoadData returns what the folder data/ of the site in fsys says, with all
// that is wrong with it. A site without that folder has empty data.
func LoadData(fsys fs.FS) (*Data, diag.List) {
	data := &Data{Editors: map[string]string{}, All: map[string]any{}}
	var ds diag.List
	var sum digest.Builder
	entries, err := fs.ReadDir(fsys, Folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		ds.Report(Folder, diag.Pos{}, diag.Unreadable, cause(err))
	}
	for _, entry := range entries { // in the order of their names
		if !isData(entry.Name()) || entry.IsDir() {
			continue
		}
		name := path.Join(Folder, entry.Name())
		if !entry.Type().IsRegular() {
			ds.Report(name, diag.Pos{}, diag.DataLink)
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			ds.Report(name, diag.Pos{}, diag.Unreadable, cause(err))
			continue
		}
		sum.Text(entry.Name())
		sum.Data(text)
		ds = append(ds, data.add(name, text)...)
	}
	data.Sum = sum.Name()
	return data, ds
}

// isData reports whether a file is one of data, and not an editor's.
func isData(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return !strings.HasPrefix(name, ".")
	}
	return false
}

// add takes one file into the data. JSON is YAML as well, but the errors of a
// JSON reader are better for JSON.
func (data *Data) add(file string, text []byte) diag.List {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	if path.Ext(file) == ".json" {
		if ds := checkJSON(file, text); ds != nil {
			return ds
		}
	}
	root, ds := parse(file, text)
	if root == nil {
		return ds
	}
	if _, twice := data.All[name]; twice {
		ds.Report(file, diag.Pos{}, diag.DataTwice, name)
		return ds
	}
	var value any
	if err := root.Decode(&value); err != nil { // an alias bomb, a key twice
		cleaned, _ := clean(text)
		return unread(file, cleaned, err)
	}
	data.All[name] = value
	r := register{file: file, data: data, diags: ds}
	switch name {
	case "redaktion":
		r.editors(root)
	case "stichwoerter":
		r.keywords(root)
	case "impressum":
		r.imprint(root)
	case "datenschutz":
		r.privacy(root)
	case "barrierefreiheit":
		r.statement(root)
	case "kommunen":
		r.municipalities(root)
	}
	return r.diags
}

// jsonOffset returns the offset of the character that the library refuses: the
// last one that it read, or the end.
func jsonOffset(text []byte, refused *json.SyntaxError) int {
	if strings.Contains(refused.Error(), "unexpected end") {
		return len(text)
	}
	return int(refused.Offset) - 1
}

func checkJSON(file string, text []byte) diag.List {
	var value any
	err := json.Unmarshal(text, &value)
	if refused, ok := errors.AsType[*json.SyntaxError](err); ok {
		return listed(file, syntax.JSON(text, jsonOffset(text, refused), refused))
	}
	return nil
}

// register reads the files whose form the program knows.
type register struct {
	file  string
	data  *Data
	diags diag.List
}

func (r *register) report(node *yaml.Node, code diag.Code, args ...any) {
	r.diags.Report(r.file, pos(node), code, args...)
}

// editors reads "sigil: name".
func (r *register) editors(root *yaml.Node) {
	if root.Kind != yaml.MappingNode {
		r.report(root, diag.DataForm, "kürzel: Name")
		return
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if value.Kind != yaml.ScalarNode || value.Value == "" {
			r.report(value, diag.DataForm, key.Value+": Vorname Nachname")
			continue
		}
		r.data.Editors[key.Value] = value.Value
	}
}

// keywords reads a list of names, or of name, synonyme and beschreibung; or a
// map from name to the other two, or to the description.
func (r *register) keywords(root *yaml.Node) {
	switch root.Kind {
	case yaml.SequenceNode:
		for _, item := range root.Content {
			r.keyword(Keyword{}, item)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(root.Content); i += 2 {
			r.keyword(Keyword{Name: root.Content[i].Value}, root.Content[i+1])
		}
	default:
		r.report(root, diag.DataForm, keywordForm)
	}
	r.checkSynonyms(root)
}

const keywordForm = "- name: Deutsche Telekom\n  synonyme: [Telekom]"

func (r *register) keyword(k Keyword, node *yaml.Node) {
	switch {
	case node.Kind == yaml.ScalarNode && k.Name == "":
		k.Name = node.Value
	case node.Kind == yaml.ScalarNode && node.Tag != "!!null":
		k.Description = node.Value
	case node.Kind == yaml.SequenceNode && k.Name != "":
		k.Synonyms = r.texts(node)
	case node.Kind == yaml.MappingNode:
		r.keywordFields(&k, node)
	}
	if k.Name = strings.TrimSpace(k.Name); k.Name == "" {
		r.report(node, diag.DataForm, keywordForm)
		return
	}
	r.data.Keywords = append(r.data.Keywords, k)
}

func (r *register) keywordFields(k *Keyword, node *yaml.Node) {
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		switch strings.ToLower(key.Value) {
		case "name":
			k.Name = value.Value
		case "synonyme", "synonyms":
			k.Synonyms = r.texts(value)
		case "beschreibung", "description":
			k.Description = value.Value
		default:
			known := []string{"name", "synonyme", "beschreibung"}
			if near, found := lang.Nearest(key.Value, known); found {
				r.report(key, diag.ConfigUnknownNear, key.Value, near)
			} else {
				r.report(key, diag.ConfigUnknown, key.Value, strings.Join(known, ", "))
			}
		}
	}
}

// texts returns a list of texts, or the only one.
func (r *register) texts(node *yaml.Node) []string {
	if node.Kind == yaml.ScalarNode && node.Value != "" {
		return []string{node.Value}
	}
	var texts []string
	for _, item := range node.Content {
		if node.Kind != yaml.SequenceNode || item.Kind != yaml.ScalarNode || item.Value == "" {
			r.report(item, diag.DataForm, "synonyme: [Telekom, DTAG]")
			continue
		}
		texts = append(texts, item.Value)
	}
	return texts
}

// checkSynonyms reports spellings that would lead to two keywords.
func (r *register) checkSynonyms(root *yaml.Node) {
	owner := map[string]int{}
	for i, k := range r.data.Keywords {
		for _, spelling := range append([]string{k.Name}, k.Synonyms...) {
			key := strings.ToLower(spelling)
			if other, taken := owner[key]; taken && other != i {
				r.report(root, diag.SynonymTwice, spelling, r.data.Keywords[other].Name, k.Name)
				continue
			}
			owner[key] = i
		}
	}
}
