package editor

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"stadtbote/internal/frontmatter"
)

// object is an object of JSON; encoding/json writes its keys in order.
type object map[string]any

// Schema returns a JSON Schema (draft 2020-12) of the front matter of a kind of
// article. It says nothing that the older draft 07 would read otherwise.
func Schema(site Site, kind Kind) []byte {
	s := schema{site: site, properties: object{}, patterns: object{}, definitions: definitions()}
	for _, key := range keysOf(kind.Use) {
		s.add(&key, kind.Use)
	}
	silently, noted := frontmatter.Passed()
	s.patterns[pattern(slices.Concat(silently, noted), "")] = true
	root := object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   site.say("Kopf: ", "Front matter: ") + site.say(kind.de, kind.en),
		"description": site.say("Was der Kopf dieser Datei sagen kann. Erzeugt durch: stadtbote schema "+kind.Name,
			"What the front matter of this file can say. Made by: stadtbote schema "+kind.Name),
		"type":                 "object",
		"properties":           s.properties,
		"patternProperties":    s.patterns,
		"additionalProperties": false,
		"allOf":                s.rules,
		"$defs":                s.definitions,
	}
	return encode(root)
}

// schema is a schema being made.
type schema struct {
	site        Site
	properties  object // names that an editor proposes
	patterns    object // names that are understood as well
	definitions object
	rules       []any
}

func (s *schema) add(key *frontmatter.Key, use frontmatter.Uses) {
	name := key.Name(s.site.Language)
	words := key.Words(s.site.Language)
	value := s.value(key)
	value["title"], value["description"] = words.Label, words.Help
	s.definitions[umlauts.Replace(name)] = value
	all := spelled(slices.Concat(key.Names, key.Others))
	if len(key.Names) > 0 {
		s.properties[name] = reference(name)
	}
	s.patterns[pattern(all, name)] = reference(name)
	if key.Required&use != 0 {
		s.rules = append(s.rules, oneRequired(all))
	}
	for _, own := range key.Names {
		for _, other := range key.Others {
			s.rules = append(s.rules, object{"not": object{"required": []string{own, other}}})
		}
	}
}

// spelled returns names and, of those with umlauts, the spelling without.
func spelled(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, name)
		if plain := umlauts.Replace(name); plain != name {
			all = append(all, plain)
		}
	}
	return all
}

var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// pattern recognises names however they are written, as the parser does, save
// the one that stands among the properties.
func pattern(names []string, save string) string {
	var b strings.Builder
	b.WriteString("^")
	if save != "" {
		b.WriteString("(?!" + save + "$)")
	}
	b.WriteString("(?:")
	for i, name := range names {
		if i > 0 {
			b.WriteString("|")
		}
		for _, c := range name {
			switch upper := unicode.ToUpper(c); {
			case c == '_':
				b.WriteString("[-_ ]")
			case upper != c:
				b.WriteString("[" + string(c) + string(upper) + "]")
			case unicode.ToLower(c) != c:
				b.WriteString("[" + string(unicode.ToLower(c)) + string(c) + "]")
			default:
				b.WriteRune(c)
			}
		}
	}
	b.WriteString(")$")
	return b.String()
}

func reference(key string) object { return object{"$ref": "#/$defs/" + umlauts.Replace(key)} }

// oneRequired says that one of some names must be there.
func oneRequired(names []string) object {
	var any []any
	for _, name := range names {
		any = append(any, object{"required": []string{name}})
	}
	return object{"anyOf": any}
}

// value returns the schema of a key's value.
func (s *schema) value(key *frontmatter.Key) object {
	switch words := s.site.words(key.From); {
	case key.From == frontmatter.Sections && len(words) > 0:
		one := object{"enum": words}
		return anyOf(one, listOf(plainText())) // a list: other generators allow several
	case key.From == frontmatter.Languages:
		return object{"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "examples": []string{"en", "fr", "tr", "uk"}}
	case len(key.Choices) > 0:
		return anyOf(object{"enum": key.Choices}, object{"enum": key.More})
	case key.Kind == frontmatter.List:
		item := plainText()
		if len(words) > 0 {
			item = anyOf(object{"enum": words}, plainText()) // known ones are proposed, others possible
		}
		return anyOf(item, listOf(anyOf(item, named())))
	case key.Kind == frontmatter.Paths:
		return anyOf(plainText(), listOf(plainText()))
	case len(key.Fields) > 0:
		entry := s.entry(key.Fields)
		if stand, ok := standsAlone(key.Fields); ok {
			entry = anyOf(entry, simple(stand.Kind))
		}
		return anyOf(entry, listOf(entry))
	}
	return simple(key.Kind)
}

// named is how other generators write an author.
func named() object {
	return object{"type": "object", "anyOf": []any{object{"required": []string{"name"}}, object{"required": []string{"title"}}}}
}

// standsAlone returns the field that a text means where an entry is expected:
// a file or an address is said without its name.
func standsAlone(fields []frontmatter.Field) (frontmatter.Field, bool) {
	var required []frontmatter.Field
	for _, field := range fields {
		if field.Required {
			required = append(required, field)
		}
	}
	return required[0], len(required) == 1
}

// entry returns the schema of a table with fields.
func (s *schema) entry(fields []frontmatter.Field) object {
	properties, patterns := object{}, object{}
	var rules []any
	for _, field := range fields {
		words := field.Words(s.site.Language)
		value := simple(field.Kind)
		value["title"], value["description"], value["examples"] = words.Label, words.Help, []string{words.Example}
		name := field.Name(s.site.Language)
		properties[name] = value
		all := slices.Concat(field.Names, field.Others)
		patterns[pattern(all, name)] = simple(field.Kind)
		if field.Required {
			rules = append(rules, oneRequired(all))
		}
	}
	return object{
		"type": "object", "properties": properties, "patternProperties": patterns,
		"additionalProperties": false, "allOf": rules,
	}
}

// simple returns the schema of a value that has no parts.
func simple(kind frontmatter.Kind) object {
	switch kind {
	case frontmatter.Claim:
		return allOf("#/$defs/form-claim")
	case frontmatter.Moment:
		return allOf("#/$defs/form-moment")
	case frontmatter.MomentOrClock:
		return anyOf(simple(frontmatter.Moment), object{"type": "string", "pattern": "^\\d{1,2}[:.]\\d{2}( Uhr)?$|^\\d{1,2} Uhr$"})
	case frontmatter.MomentOrClaim:
		return anyOf(simple(frontmatter.Moment), simple(frontmatter.Claim))
	case frontmatter.Address:
		return object{"type": "string", "pattern": "^(https?://|mailto:|tel:|/)"}
	}
	return plainText()
}

// plainText is a text; YAML takes some for numbers, which the parser forgives.
func plainText() object {
	return object{"type": []string{"string", "number"}, "minLength": 1}
}

// allOf refers to a definition in a place where a title may stand beside it:
// draft 07 reads nothing beside a bare reference.
func allOf(definition string) object {
	return object{"allOf": []any{object{"$ref": definition}}}
}

func listOf(item object) object { return object{"type": "array", "items": item} }

func anyOf(all ...object) object {
	any := make([]any, len(all))
	for i, one := range all {
		any[i] = one
	}
	return object{"anyOf": any}
}

// definitions are the values that many keys have. Their names cannot be those
// of keys.
func definitions() object {
	return object{
		"form-claim": object{"enum": []any{true, false, "ja", "nein", "yes", "no", "an", "aus", "on", "off", "wahr", "falsch", 1, 0}},
		"form-moment": object{
			"type": "string", "pattern": momentPattern,
			"examples": []string{"2026-11-09", "9.11.2026", "2026-11-09 10:00"},
		},
	}
}

// momentPattern is the forms of lang.ParseDate, roughly: whether a day exists
// is left to the parser.
const momentPattern = "^(" +
	`\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}\.? [A-Za-zä]{3,9}\.? \d{4}` + ")(" +
	`([Tt]|,? (um )?)\d{1,2}([:.]\d{2}(:\d{2}(\.\d+)?)?)?( Uhr|h)?( ?([Zz]|UTC|[+-]\d{1,2}:?\d{0,2}))?` + ")?$"

// encode writes JSON for people.
func encode(value any) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		panic("editor: " + err.Error()) // texts, numbers and lists always encode
	}
	return b.Bytes()
}

// Draft7 returns a schema of Schema as one of draft 07, for programs that know
// nothing newer.
func Draft7(schema []byte) []byte {
	return bytes.Replace(schema, []byte("https://json-schema.org/draft/2020-12/schema"), []byte("http://json-schema.org/draft-07/schema#"), 1)
}
