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
	Names    []string // ours first; the others are read as well
	Kind     Kind     // Line, Lines, Moment, Claim or File
	Required bool
	Example  string
	DE, EN   Words
}

// Words are what people read of a key: what a form calls it, and a sentence
// on what it does.
type Words struct {
	Label, Help string
}

// Kind is the form of a key's value.
type Kind uint8

// The forms of values.
const (
	Line    Kind = iota // a text in one line
	Lines               // a text of a few sentences
	Moment              // a date, with or without a time of day
	Claim               // yes or no
	Choice              // one of Choices, or of what the site has
	List                // texts, a single one may stand alone
	File                // a file of the site
	Address             // an address, of this site or elsewhere
	Paths               // several files or addresses of the site
	Table               // one entry with Fields
	Tables              // several of them, a single one may stand alone
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
