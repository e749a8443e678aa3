package house

// levels are the floors of the house. A package imports only from floors
// below its own; a package that has no floor may not exist.
var levels = map[string]int{
	"":        0, // the root: nothing but go:embed
	"diag":    0,
	"digest":  0,
	"lang":    0,
	"pack":    0,
	"palette": 0,
	"varint":  0,

	"config":               1,
	"source":               1,
	"syntax":               1,
	"frontmatter":          1,
	"markdown":             1,
	"theme":                1,
	"leak":                 1,
	"recent":               1,
	"publish":              1,
	"deploy":               1,
	"watch":                1,
	"picture":              1,
	"picture/metadata":     1,
	"sign":                 1,
	"typeset/hyphen":       1,
	"typeset/linebreak":    1,
	"typeset/font":         1,
	"typeset/page":         1,
	"typeset/qr":           1,
	"typeset/layout":       1,
	"typeset/hyphen/build": 1, // a command: packs patterns
	"pdf":                  1,
	"pdf/cos":              1,
	"pdf/matterhorn":       1,
	"pdf/pdftest":          1, // for tests only

	"article": 2,
	"site":    3,

	"view":    4,
	"check":   4,
	"mend":    4,
	"outside": 5,
	"output":  4,

	"output/page":     5,
	"output/print":    5,
	"output/pdf":      5,
	"output/feed":     5,
	"output/calendar": 5,
	"output/search":   5,
	"output/sitemap":  5,
	"output/redirect": 5,
	"output/asset":    5,
	"output/picture":  5,
	"output/sign":     5,

	"build": 6,

	"serve":    7,
	"scaffold": 7,
	"editor":   7,
	"moving":   7,
	"cli":      8,

	"cmd/stadtbote": 9,
	"house":         9,
}

// arrows are the imports that are allowed between packages of one floor.
var arrows = map[string][]string{
	"frontmatter":          {"syntax"},
	"config":               {"syntax"},
	"picture":              {"picture/metadata"},
	"sign":                 {"typeset/font", "typeset/linebreak"},
	"typeset/page":         {"typeset/font"},
	"typeset/layout":       {"typeset/hyphen", "typeset/linebreak", "typeset/font", "typeset/page", "typeset/qr"},
	"pdf":                  {"typeset/font", "typeset/page"},
	"pdf/matterhorn":       {"pdf/cos"},
	"pdf/pdftest":          {"pdf", "pdf/cos", "typeset/font", "typeset/page"},
	"typeset/hyphen/build": {"typeset/hyphen"},
}

// edges are the packages that touch the machine.
var edges = []string{"publish", "watch", "serve", "outside", "cli", "cmd/stadtbote", "pdf/pdftest", "typeset/hyphen/build"}

// machine are the packages of the standard library that only edges import.
var machine = []string{
	"os", "os/exec", "os/signal", "os/user", "net", "net/http", "path/filepath", "syscall", "io/ioutil",
	"log", "log/slog", "math/rand", "math/rand/v2", "crypto/rand",
}

// clock are the functions of package time that only edges call.
var clock = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}

// nowhere are packages that nobody imports.
var nowhere = []string{"C", "unsafe", "plugin"}

// owners are the only users of each library, by the beginning of its path.
// A new library is a decision: it is written here and in ARCHITECTURE.md.
var owners = map[string][]string{
	"github.com/yuin/goldmark":           {"markdown", "output/pdf"}, // the PDF is made from its tree
	"github.com/microcosm-cc/bluemonday": {"markdown"},
	"golang.org/x/net/html":              {"markdown", "check"},
	"github.com/adrg/frontmatter":        {"frontmatter"},
	"github.com/pelletier/go-toml/v2":    {"frontmatter"},
	"go.yaml.in/yaml/v3":                 {"frontmatter", "config"},
	"github.com/fsnotify/fsnotify":       {"watch"},
	"github.com/spf13/cobra":             {"cli"},
	"github.com/spf13/pflag":             {"cli"},
	"golang.org/x/term":                  {"cli"},
	"golang.org/x/sys":                   {"cli", "publish"},
	"github.com/HugoSmits86/nativewebp":  {"picture"},
	"golang.org/x/tools/txtar":           {"diag"},
	"golang.org/x/image":                 {"picture", "output/pdf", "pdf/cos"},
	"golang.org/x/text/encoding":         {"source", "pdf/matterhorn"},
	"golang.org/x/text/unicode/norm":     {"lang", "source", "config", "site", "typeset/layout"},
	"github.com/zeebo/xxh3":              {"digest"},
	"github.com/andybalholm/brotli":      {"build"},
	"github.com/klauspost/compress":      {"build", "pdf"},
}

// vague are names that say nothing about what a package is for.
var vague = []string{"util", "utils", "common", "helper", "helpers", "manager", "misc", "shared", "base", "types", "interfaces"}

// longestFile is how many lines a file has at most.
const longestFile = 400
