package editor

import (
	"slices"
	"strconv"
	"strings"

	"stadtbote/internal/frontmatter"
)

// File is a file to be written.
type File struct {
	Path string // slash-separated, relative to the site's folder
	Data []byte
}

// VSCode returns the files by which Visual Studio Code helps with a site's
// front matter: snippets, which need nothing else; schemas; and the wiring of
// the schemas, for which VS Code needs an extension: of its own it validates
// YAML and JSON files, but not the front matter of Markdown.
func VSCode(site Site) []File {
	files := []File{
		{".vscode/extensions.json", encode(object{"recommendations": []string{"unifiedjs.vscode-remark"}})},
		{".vscode/settings.json", encode(object{
			"[markdown]":                   object{"editor.snippetSuggestions": "top", "editor.quickSuggestions": object{"other": true}, "editor.wordWrap": "on"},
			"files.encoding":               "utf8",
			"files.eol":                    "\n",
			"files.insertFinalNewline":     true,
			"files.exclude":                object{"**/.stadtbote": true},
			"markdown.validate.enabled":    false, // Stadtbote knows more about links
			"remark.requireConfig":         true,
			"search.exclude":               object{"public/": true},
			"files.trimTrailingWhitespace": false,
		})},
		{".vscode/stadtbote.code-snippets", snippets(site)},
	}
	schemas := object{}
	for _, kind := range Kinds() {
		name := ".vscode/" + kind.Name + ".schema.json"
		files = append(files, File{name, Draft7(Schema(site, kind))})
		schemas["./"+name] = []string{"./content/" + kind.Folder + "/**/*.md"}
	}
	return append(files, File{".remarkrc.json", encode(object{"plugins": []any{
		"remark-frontmatter",
		[]any{"remark-lint-frontmatter-schema", object{"schemas": schemas}},
	}})})
}

// snippets returns what can be inserted by a word: a whole front matter of each
// kind, and each key.
func snippets(site Site) []byte {
	all := object{}
	for _, kind := range Kinds() {
		s := snippet{site: site}
		all[site.say(kind.de, kind.en)] = object{
			"scope": "markdown", "prefix": kind.Name, "description": site.say("Der ganze Kopf: "+kind.de, "The whole front matter: "+kind.en),
			"body": s.head(kind.Use),
		}
	}
	for _, key := range frontmatter.Keys() {
		if len(key.Names) == 0 {
			continue
		}
		s := snippet{site: site}
		name := key.Name(site.Language)
		all[name+":"] = object{
			"scope": "markdown", "prefix": name, "description": key.Words(site.Language).Help, "body": s.key(&key),
		}
	}
	return encode(all)
}

// snippet is one snippet being made.
type snippet struct {
	site  Site
	holes int
}

// head returns the front matter of a new article.
func (s *snippet) head(use frontmatter.Uses) []string {
	lines := []string{"---"}
	for _, key := range keysOf(use) {
		if (key.Required|key.Asked)&use != 0 {
			lines = append(lines, s.key(&key)...)
		}
	}
	return append(lines, s.site.say("entwurf", "draft")+": true", "---", "", "$0")
}

// key returns the lines of one key, with holes to be filled.
func (s *snippet) key(key *frontmatter.Key) []string {
	name := key.Name(s.site.Language)
	words := s.site.words(key.From)
	switch {
	case len(key.Fields) > 0:
		return s.fields(name, key.Fields)
	case key.Is("datum"):
		return []string{name + ": " + s.hole("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE")}
	case key.Kind == frontmatter.Claim:
		return []string{name + ": true"}
	case len(key.Choices) > 0:
		return []string{name + ": " + s.choice(key.Choices)}
	case len(words) > 0 && key.Kind == frontmatter.List:
		return []string{name + ": [" + s.choice(words) + "]"}
	case len(words) > 0:
		return []string{name + ": " + s.choice(words)}
	case key.Kind == frontmatter.Line || key.Kind == frontmatter.Lines:
		return []string{name + `: "` + s.hole(escape(key.Words(s.site.Language).Example)) + `"`}
	}
	return []string{name + ": " + s.hole(escape(key.Words(s.site.Language).Example))}
}

func (s *snippet) fields(name string, fields []frontmatter.Field) []string {
	lines := []string{name + ":"}
	for i, field := range fields {
		indent := "    "
		if i == 0 {
			indent = "  - "
		}
		if field.Kind != frontmatter.Claim {
			lines = append(lines, indent+field.Name(s.site.Language)+`: "`+s.hole(escape(field.Words(s.site.Language).Example))+`"`)
		}
	}
	return lines
}

// hole returns a place to be filled, with a proposal.
func (s *snippet) hole(proposal string) string {
	s.holes++
	return "${" + strconv.Itoa(s.holes) + ":" + proposal + "}"
}

// choice returns a place to be filled with one of some words.
func (s *snippet) choice(words []string) string {
	s.holes++
	quoted := slices.Clone(words)
	for i := range quoted {
		quoted[i] = choiceEscape.Replace(quoted[i])
	}
	return "${" + strconv.Itoa(s.holes) + "|" + strings.Join(quoted, ",") + "|}"
}

var choiceEscape = strings.NewReplacer(`\`, `\\`, ",", `\,`, "|", `\|`)

// escape writes a text so that a snippet shows it as it is.
func escape(text string) string { return snippetEscape.Replace(text) }

var snippetEscape = strings.NewReplacer(`\`, `\\`, "$", `\$`, "}", `\}`)
