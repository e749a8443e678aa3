package house

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestTheHouseKeepsItsRules(t *testing.T) {
	files := sources(t, os.DirFS("../.."), isCode)
	if len(files) < 20 {
		t.Fatalf("only %d files found: looking in the wrong place", len(files))
	}
	for _, broken := range judge(t, files) {
		t.Error(broken)
	}
}

// Tests are stories, and long stories have chapters.
func TestTestsAreNoLongerThanCode(t *testing.T) {
	files := sources(t, os.DirFS("../.."), isTest)
	if len(files) < 20 {
		t.Fatalf("only %d files found: looking in the wrong place", len(files))
	}
	for _, f := range files {
		if lines := strings.Count(f.text, "\n"); lines > longestFile {
			t.Errorf("%s has %d lines; at most %d", f.name, lines, longestFile)
		}
	}
}

// TestEachRuleCanFail breaks every rule once.
func TestEachRuleCanFail(t *testing.T) {
	long := "package diag\n" + strings.Repeat("//\n", longestFile)
	tests := []struct {
		name, file, source, want string
	}{
		{"a package imports from a floor above", "internal/site/x.go", `package site; import _ "stadtbote/internal/view"`, "above"},
		{"a package imports its neighbour", "internal/markdown/x.go", `package markdown; import _ "stadtbote/internal/config"`, "same floor"},
		{"one output imports another", "internal/output/feed/x.go", `package feed; import _ "stadtbote/internal/output/page"`, "same floor"},
		{"an unlisted import among typesetting packages", "internal/typeset/font/x.go", `package font; import _ "stadtbote/internal/typeset/layout"`, "same floor"},
		{"the root knows a package", "embed.go", `package stadtbote; import _ "stadtbote/internal/config"`, "above"},
		{"a package has no floor", "internal/cellar/x.go", `package cellar`, "no floor"},
		{"an import has no floor", "internal/site/x.go", `package site; import _ "stadtbote/internal/attic"`, "no floor"},
		{"the machine is touched inside", "internal/site/x.go", `package site; import _ "os"`, "machine"},
		{"paths of this machine are used inside", "internal/build/x.go", `package build; import _ "path/filepath"`, "machine"},
		{"the clock is read inside", "internal/build/x.go", `package build; import "time"; var start = time.Now()`, "clock"},
		{"the clock is read inside under another name", "internal/build/x.go", `package build; import clock "time"; var f = clock.Since`, "clock"},
		{"a library is used by a stranger", "internal/site/x.go", `package site; import _ "github.com/yuin/goldmark/ast"`, "belongs to markdown"},
		{"a library is new", "internal/site/x.go", `package site; import _ "example.org/left/pad"`, "no owner"},
		{"a package is called util", "internal/util/x.go", `package util`, "says nothing"},
		{"memory is touched by hand", "internal/site/x.go", `package site; import _ "unsafe"`, "nobody"},
		{"a package has an init", "internal/site/x.go", `package site; func init() {}`, "init"},
		{"a package variable is set", "internal/site/x.go", `package site; var n int; func f() { n = 1 }`, "mutable"},
		{"a package variable is counted up", "internal/site/x.go", `package site; var n int; func f() { n++ }`, "mutable"},
		{"a part of a package variable is set", "internal/site/x.go", `package site; var m = map[string]int{}; func f() { m["a"] = 1 }`, "mutable"},
		{"a file is too long", "internal/diag/x.go", long, "lines"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			broken := judge(t, []source{{test.file, test.source}})
			if len(broken) != 1 || !strings.Contains(broken[0], test.want) {
				t.Errorf("want one violation with %q, got %q", test.want, broken)
			}
		})
	}
}

func TestWhatIsAllowedPasses(t *testing.T) {
	files := []source{
		{"internal/site/x.go", `package site; import (_ "stadtbote/internal/article"; _ "stadtbote/internal/diag"; _ "strings"; "time"); var day = time.Hour`},
		{"internal/publish/x.go", `package publish; import ("os"; "time"); var _ = os.Args; func f() time.Time { n := 1; n++; return time.Now() }`},
		{"internal/markdown/x.go", `package markdown; import _ "github.com/yuin/goldmark"`},
		{"internal/pdf/x.go", `package pdf; import _ "stadtbote/internal/typeset/font"`},
		{"internal/site/y.go", `package site; var n = 1; func f() { n := 2; n = 3; _ = n }`},
		{"internal/diag/catalogue_long.go", "package diag\n" + strings.Repeat("//\n", longestFile-1)},
	}
	if broken := judge(t, files); len(broken) > 0 {
		t.Errorf("innocent files are accused: %q", broken)
	}
}

// source is one Go file of the house.
type source struct {
	name string // slash-separated, relative to the repository
	text string
}

func isCode(name string) bool { return !isTest(name) }

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// sources returns the Go files that are wanted, outside tools/, which stands
// beside the house.
func sources(t *testing.T, repository fs.FS, wanted func(name string) bool) []source {
	t.Helper()
	var files []source
	err := fs.WalkDir(repository, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (name == "tools" || entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && name != "."):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go" || !wanted(name):
			return nil
		}
		text, err := fs.ReadFile(repository, name)
		files = append(files, source{name, string(text)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// judge returns what breaks a rule, one line each.
func judge(t *testing.T, files []source) []string {
	t.Helper()
	variables := map[string]map[string]bool{} // package variables, by package
	parsed := make([]judged, len(files))
	for i, file := range files {
		set := token.NewFileSet()
		syntax, err := parser.ParseFile(set, file.name, file.text, 0)
		if err != nil {
			t.Fatal(err)
		}
		parsed[i] = judged{source: file, set: set, syntax: syntax, pkg: strings.TrimPrefix(path.Dir(file.name), "internal/")}
		if parsed[i].pkg == "." {
			parsed[i].pkg = ""
		}
		if variables[parsed[i].pkg] == nil {
			variables[parsed[i].pkg] = map[string]bool{}
		}
		collectVariables(syntax, variables[parsed[i].pkg])
	}
	var broken []string
	for _, file := range parsed {
		file.variables = variables[file.pkg]
		file.judge()
		broken = append(broken, file.broken...)
	}
	return broken
}

// judged is a file before the judge.
type judged struct {
	source
	set       *token.FileSet
	syntax    *ast.File
	pkg       string          // "site", "output/feed", "cmd/stadtbote", "" for the root
	variables map[string]bool // of its package
	broken    []string
}

func (f *judged) accuse(at ast.Node, format string, args ...any) {
	place := f.set.Position(at.Pos())
	f.broken = append(f.broken, fmt.Sprintf("%s:%d: ", f.name, place.Line)+fmt.Sprintf(format, args...))
}

func (f *judged) judge() {
	if slices.Contains(vague, path.Base(f.pkg)) {
		f.accuse(f.syntax.Name, "the name %s says nothing", path.Base(f.pkg))
		return
	}
	if _, known := levels[f.pkg]; !known {
		f.accuse(f.syntax.Name, "package %s has no floor: add it to the rules and to ARCHITECTURE.md", f.pkg)
		return
	}
	for _, spec := range f.syntax.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			f.accuse(spec, "import %s: %v", spec.Path.Value, err)
			continue
		}
		f.judgeImport(spec, name)
	}
	f.judgeCode()
	if lines := strings.Count(f.text, "\n"); lines > longestFile {
		f.accuse(f.syntax.Name, "%d lines; at most %d", lines, longestFile)
	}
}

func (f *judged) judgeImport(spec *ast.ImportSpec, name string) {
	first, _, _ := strings.Cut(name, "/")
	switch {
	case slices.Contains(nowhere, name):
		f.accuse(spec, "nobody imports %s", name)
	case name == "stadtbote", strings.HasPrefix(name, "stadtbote/"):
		f.judgeFloor(spec, strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "stadtbote"), "/"), "internal/"))
	case strings.Contains(first, "."):
		f.judgeLibrary(spec, name)
	case slices.Contains(machine, name) && !slices.Contains(edges, f.pkg):
		f.accuse(spec, "%s touches the machine (%s): only %v may", f.pkg, name, edges)
	}
}

func (f *judged) judgeFloor(spec *ast.ImportSpec, imported string) {
	floor, known := levels[imported]
	switch own := levels[f.pkg]; {
	case !known:
		f.accuse(spec, "imported package %s has no floor", imported)
	case floor > own:
		f.accuse(spec, "%s (floor %d) imports %s from above (floor %d)", f.pkg, own, imported, floor)
	case floor == own && !slices.Contains(arrows[f.pkg], imported):
		f.accuse(spec, "%s imports %s from the same floor", f.pkg, imported)
	}
}

func (f *judged) judgeLibrary(spec *ast.ImportSpec, name string) {
	for library, own := range owners {
		if name != library && !strings.HasPrefix(name, library+"/") {
			continue
		}
		if !slices.Contains(own, f.pkg) {
			f.accuse(spec, "%s belongs to %s, not to %s", library, strings.Join(own, ", "), f.pkg)
		}
		return
	}
	f.accuse(spec, "library %s has no owner: a new library is a decision", name)
}

// judgeCode looks for the clock, for init and for package variables that are
// set.
func (f *judged) judgeCode() {
	timeName := f.nameOfTime()
	ast.Inspect(f.syntax, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.SelectorExpr:
			x, ok := node.X.(*ast.Ident)
			if ok && x.Name == timeName && x.Obj == nil && slices.Contains(clock, node.Sel.Name) && !slices.Contains(edges, f.pkg) {
				f.accuse(node, "%s reads the clock (time.%s): only %v may", f.pkg, node.Sel.Name, edges)
			}
		case *ast.FuncDecl:
			if node.Recv == nil && node.Name.Name == "init" {
				f.accuse(node, "no init: what a package needs is made where it is needed")
			}
		case *ast.IncDecStmt:
			f.judgeTarget(node.X)
		case *ast.AssignStmt:
			if node.Tok != token.DEFINE {
				for _, target := range node.Lhs {
					f.judgeTarget(target)
				}
			}
		}
		return true
	})
}

// nameOfTime is what the file calls package time.
func (f *judged) nameOfTime() string {
	for _, spec := range f.syntax.Imports {
		if spec.Path.Value == `"time"` && spec.Name != nil {
			return spec.Name.Name
		}
	}
	return "time"
}

// judgeTarget accuses an assignment to a package variable or a part of it.
func (f *judged) judgeTarget(target ast.Expr) {
	switch x := target.(type) {
	case *ast.Ident:
		if f.variables[x.Name] && f.isPackageLevel(x) {
			f.accuse(x, "package variable %s is mutable", x.Name)
		}
	case *ast.SelectorExpr:
		f.judgeTarget(x.X)
	case *ast.IndexExpr:
		f.judgeTarget(x.X)
	case *ast.StarExpr:
		f.judgeTarget(x.X)
	case *ast.ParenExpr:
		f.judgeTarget(x.X)
	}
}

// isPackageLevel reports whether a name is not that of a local variable: the
// parser leaves names of other files of the package unresolved.
func (f *judged) isPackageLevel(x *ast.Ident) bool {
	return x.Obj == nil || f.syntax.Scope.Lookup(x.Name) == x.Obj
}

// collectVariables adds a file's package variables.
func collectVariables(file *ast.File, names map[string]bool) {
	for _, decl := range file.Decls {
		general, ok := decl.(*ast.GenDecl)
		if !ok || general.Tok != token.VAR {
			continue
		}
		for _, spec := range general.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				names[name.Name] = name.Name != "_"
			}
		}
	}
}
