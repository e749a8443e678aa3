package frontmatter

// Key is one key of the front matter: the only source of what the parser
// reads, the handbook and the JSON Schema say, the editor in the browser asks,
// and "new" writes. A new key is one Key in the tables of keys_*.go.
type Key struct {
	Names    []string // ours; messages and new files use the first
	Others   []string // of other generators, the earliest counts
	Kind     Kind
	Uses     Uses // the kinds of articles that have a use for it
	Required Uses // those that need it
	Offered  Uses // those whose new files show it
	Asked    Uses // those for which "new" asks it
	Choices  []string
	More     []string // further spellings of Choices, English ones
	From     Source   // where further choices stand
	Fields   []Field  // of a Table or Tables
	Example  string   // a value in YAML
	DE, EN   Words

	joins bool // two names of other generators make one list
	read  func(r *reader, p pair)
}

// Field is one key within an entry of a Table or Tables.
type Field struct {
	Names    []string // ours
	Others   []string // English ones, and those of other generators
	Kind     Kind     // Line, Lines, Moment, Claim or File
	Required bool
	Example  string
	DE, EN   Words
}

// Words are what people read of a key: what a form calls it, a sentence on what
// it does, and an example where that of the key is in the other language.
type Words struct {
	Label, Help string
	Example     string
}

// Kind is the form of a key's value.
type Kind uint8

// The forms of values.
const (
	Line          Kind = iota // a text in one line
	Lines                     // a text of a few sentences
	Moment                    // a date, with or without a time of day
	MomentOrClock             // or the time of day alone
	MomentOrClaim             // or yes or no
	Claim                     // yes or no
	Choice                    // one of Choices, or of what the site has
	List                      // texts, a single one may stand alone
	File                      // a file of the site
	Address                   // an address, of this site or elsewhere
	Paths                     // several files or addresses of the site
	Table                     // one entry with Fields
	Tables                    // several of them, a single one may stand alone
)

// Source is a place of the site where the values of a key are written down.
type Source uint8

// The sources of values.
const (
	Nowhere   Source = iota
	Sections         // stadtbote.yaml; if it has some, there are no others
	Keywords         // data/stichwoerter.yaml; others are possible
	Sigils           // data/redaktion.yaml; others are possible
	Languages        // codes of languages
)

// Uses is a set of kinds of articles.
type Uses uint8

// The kinds of articles.
const (
	Reports Uses = 1 << iota
	Pages
	Events

	Everywhere = Reports | Pages | Events
)

// Keys returns all keys, in the order in which people read them. The slice is
// the caller's.
func Keys() []Key {
	all := make([]Key, len(keys))
	copy(all, keys)
	return all
}

// Passed returns the keys of other generators that are passed over without a
// word, and those that a note is made of.
func Passed() (silently, noted []string) {
	return append(silently, foreign...), append(noted, addressed...)
}

// Name returns what a key is called in new files: "titel", in English ones
// "title".
func (k *Key) Name(language string) string { return nameIn(language, k.Names, k.Others) }

// Words returns what people of a language read of a key.
func (k *Key) Words(language string) Words { return wordsIn(language, k.DE, k.EN, k.Example) }

// Is reports whether a key has that name, however it is written.
func (k *Key) Is(name string) bool {
	return position(k.Names, name) >= 0 || position(k.Others, name) >= 0
}

// Name is as with Key.
func (f *Field) Name(language string) string { return nameIn(language, f.Names, f.Others) }

// Words is as with Key.
func (f *Field) Words(language string) Words { return wordsIn(language, f.DE, f.EN, f.Example) }

func nameIn(language string, names, others []string) string {
	if len(names) == 0 || language == "en" && len(others) > 0 {
		return others[0]
	}
	return names[0]
}

func wordsIn(language string, de, en Words, example string) Words {
	words := de
	if language == "en" {
		words = en
	}
	if words.Example == "" {
		words.Example = example
	}
	return words
}
