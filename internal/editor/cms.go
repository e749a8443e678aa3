package editor

import (
	"bytes"
	_ "embed"
	"reflect"
	"strings"

	"stadtbote/internal/frontmatter"
)

// Decap is the version of Decap CMS that the configuration was tried with.
const Decap = "3.16.3"

// Repository is where the editor in the browser saves.
type Repository struct {
	Backend string // one of Backends
	Name    string // "stadt/website"
	Branch  string
	Host    string // address of a forge of one's own, "" for the usual one
	AppID   string // by which the forge knows the editor
}

// Backends returns what the editor in the browser can save to.
func Backends() []string {
	return []string{"github", "gitlab", "gitea", "git-gateway", "test-repo"}
}

//go:embed admin.html
var adminPage []byte

// CMS returns the files of an editor in the browser, Decap CMS, relative to
// the folder in which it is to stand: its page and its configuration. The
// program itself is not among them.
func CMS(site Site, repository Repository) []File {
	var b bytes.Buffer
	b.WriteString(site.say("# Erzeugt durch: stadtbote cms. Neu erzeugen, wenn sich Rubriken, Stichwörter oder Kürzel ändern.\n",
		"# Made by: stadtbote cms. Make it again when sections, tags or sigils change.\n"))
	cms{site, repository}.config().write(&b, "")
	page := bytes.ReplaceAll(adminPage, []byte("{language}"), []byte(site.Language))
	page = bytes.ReplaceAll(page, []byte("{title}"), []byte(site.say("Redaktion", "Editors")))
	page = bytes.ReplaceAll(page, []byte("{missing}"), []byte(site.say(
		"Der Editor fehlt: decap-cms.js muss in diesem Ordner liegen. Wie es dorthin kommt, steht in docs/editoren.md.",
		"The editor is missing: decap-cms.js must lie in this folder. How it gets there is told in docs/editoren.md.")))
	return []File{{"index.html", page}, {"config.yml", b.Bytes()}}
}

// cms is a configuration being made.
type cms struct {
	Site

	repository Repository
}

func (c cms) config() block {
	all := block{}.
		with("backend", c.backend()).
		with("local_backend", true)
	if c.repository.Backend != "gitea" && c.repository.Backend != "git-gateway" {
		all = all.with("publish_mode", "editorial_workflow")
	}
	all = all.
		with("locale", c.Language).
		with("site_url", c.BaseURL).
		with("display_url", c.BaseURL).
		with("media_folder", "static/bilder").
		with("public_folder", "/bilder").
		with("slug", block{}.with("encoding", "unicode").with("clean_accents", false).with("sanitize_replacement", "-"))
	var collections []block
	for _, kind := range Kinds() {
		collections = append(collections, c.collection(kind))
	}
	if data := c.data(); data != nil {
		collections = append(collections, data)
	}
	return all.with("collections", collections)
}

func (c cms) backend() block {
	r := c.repository
	b := block{}.with("name", r.Backend).with("repo", r.Name).with("branch", r.Branch)
	if r.Backend == "gitlab" {
		b = b.with("auth_type", "pkce").with("app_id", r.AppID)
	}
	if r.Host != "" {
		host := strings.TrimSuffix(r.Host, "/")
		b = b.with("base_url", host)
		switch r.Backend {
		case "gitlab":
			b = b.with("api_root", host+"/api/v4")
		case "gitea":
			b = b.with("api_root", host+"/api/v1")
		case "github":
			b = b.with("api_root", host+"/api/v3")
		}
	}
	if r.Backend == "gitea" {
		b = b.with("app_id", r.AppID)
	}
	return b
}

// collection is the articles of a kind: where they lie, what their files are
// called, and what is asked.
func (c cms) collection(kind Kind) block {
	label, one := kind.des, kind.de
	if c.Language == "en" {
		label, one = kind.ens, kind.en
	}
	title, day := c.name("titel"), ""
	name := "{{slug}}"
	for _, key := range []string{"beginn", "datum"} {
		if k, _ := frontmatter.Find(key); k.Required&kind.Use != 0 {
			day = k.Name(c.Language)
			name = "{{fields." + day + " | date('YYYY-MM-DD')}}-{{slug}}"
			break
		}
	}
	b := block{}.
		with("name", kind.Folder).with("label", label).with("label_singular", one).
		with("folder", "content/"+kind.Folder).
		with("create", true).with("extension", "md").with("format", "yaml-frontmatter").
		with("identifier_field", title).with("slug", name)
	// Each article is a folder with index.md, its pictures beside it: so they
	// appear together with it. The depth of the path is that of what is listed.
	path := "{{slug}}/index"
	if kind.Use == frontmatter.Reports {
		path = "{{" + day + " | truncate(4)}}/" + path // the year; paths may have no quotes, which date() needs
	}
	b = b.with("path", path).with("media_folder", "").with("public_folder", "")
	b = b.with("summary", "{{"+title+"}}")
	if day != "" {
		b = b.with("sortable_fields", []string{day, title})
	}
	return b.with("fields", c.fields(kind.Use))
}

// name is what a key is called in the files of this site.
func (c cms) name(key string) string {
	k, _ := frontmatter.Find(key)
	return k.Name(c.Language)
}

// fields returns what is asked of an article: every key that it has a use for.
func (c cms) fields(use frontmatter.Uses) []block {
	var fields []block
	for _, key := range keysOf(use) {
		if len(key.Names) == 0 {
			continue
		}
		words := key.Words(c.Language)
		b := block{}.with("name", key.Name(c.Language)).with("label", words.Label)
		b = append(b, c.widget(&key)...)
		if key.Is("datum") && key.Required&use != 0 {
			b = b.with("default", "{{now}}")
		}
		b = b.with("required", key.Required&use != 0).with("hint", c.hint(&key))
		fields = append(fields, b)
	}
	return append(fields, block{}.with("name", "body").with("label", "Text").with("widget", "markdown").
		with("hint", c.say("Der Text. Zwischenüberschriften beginnen bei ##.", "The text. Headings begin at ##.")))
}

// hint explains a key; of lists it tells the words that the site knows.
func (c cms) hint(key *frontmatter.Key) string {
	hint := key.Words(c.Language).Help
	if words := c.words(key.From); key.Kind == frontmatter.List && len(words) > 0 {
		hint += c.say(" Bekannt sind: ", " Known: ") + strings.Join(words, ", ") + "."
	}
	return hint
}

// widget returns how a key is asked.
func (c cms) widget(key *frontmatter.Key) block {
	switch words := c.words(key.From); {
	case len(key.Choices) > 0:
		return block{}.with("widget", "select").with("options", key.Choices)
	case key.From == frontmatter.Sections && len(words) > 0:
		return block{}.with("widget", "select").with("options", words)
	case key.Kind == frontmatter.Claim && key.Is("entwurf"):
		return block{}.with("widget", "boolean").with("default", true)
	case len(key.Fields) > 0:
		var fields []block
		for _, field := range key.Fields {
			words := field.Words(c.Language)
			b := block{}.with("name", field.Name(c.Language)).with("label", words.Label)
			b = append(b, simpleWidget(field.Kind, field.Example)...)
			fields = append(fields, b.with("required", field.Required).with("hint", words.Help))
		}
		return block{}.with("widget", "list").with("label_singular", c.say("Eintrag", "entry")).with("collapsed", false).with("fields", fields)
	}
	return simpleWidget(key.Kind, key.Example)
}

// simpleWidget returns how a value without parts is asked. A day is asked with
// a time where its example has one.
func simpleWidget(kind frontmatter.Kind, example string) block {
	switch kind {
	case frontmatter.Lines:
		return block{}.with("widget", "text")
	case frontmatter.Claim:
		return block{}.with("widget", "boolean")
	case frontmatter.Moment, frontmatter.MomentOrClock, frontmatter.MomentOrClaim:
		b := block{}.with("widget", "datetime")
		if strings.Contains(example, ":") {
			return b.with("format", "YYYY-MM-DD HH:mm").with("date_format", "DD.MM.YYYY").with("time_format", "HH:mm")
		}
		return b.with("format", "YYYY-MM-DD").with("date_format", "DD.MM.YYYY").with("time_format", false)
	case frontmatter.List, frontmatter.Paths:
		return block{}.with("widget", "list").with("allow_add", true)
	case frontmatter.File:
		return block{}.with("widget", "image")
	}
	return block{}.with("widget", "string")
}

// data is the files of data/ whose form the program knows.
func (c cms) data() block {
	var files []block
	for _, known := range dataFiles() {
		for _, name := range c.Data {
			if name == known.name {
				files = append(files, block{}.
					with("name", strings.TrimSuffix(known.name, ".yaml")).with("label", known.label).
					with("file", "data/"+known.name).with("fields", dataFields(reflect.TypeOf(known.form))))
			}
		}
	}
	if len(files) == 0 {
		return nil
	}
	return block{}.with("name", "daten").with("label", c.say("Angaben zur Website", "Facts about the site")).with("files", files)
}
