package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what scripts expect by cmp")

// TestMain makes the program a command of the scripts: what they run is what
// users run.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"stadtbote": main})
}

// cmyk is a photograph in the colours of the printing press.
var cmyk, _ = filepath.Abs("../../internal/picture/testdata/cmyk.jpg")

// TestScripts runs the stories in testdata, one a file. A short run, which is
// what the race detector gets, has those in which much happens at once.
func TestScripts(t *testing.T) {
	tools, err := filepath.Abs(filepath.Join("..", "..", "tools", "rclone")) // what "make helpers" builds
	if err != nil {
		t.Fatal(err)
	}
	stories, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(stories) == 0 {
		t.Fatal("no stories", err)
	}
	if testing.Short() {
		stories = slices.DeleteFunc(stories, func(file string) bool {
			kind, _, _ := strings.Cut(filepath.Base(file), "_")
			return kind != "build" && kind != "serve"
		})
	}
	testscript.Run(t, testscript.Params{
		Files:               stories,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "de_DE.UTF-8")
			env.Setenv("CMYK", cmyk)
			port, err := freePort()
			env.Setenv("PORT", port)
			env.Setenv("PATH", env.Getenv("PATH")+string(os.PathListSeparator)+tools)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"await":   await,
			"nowhere": nowhere,
			"same":    same,
			"hex":     hexFile,
			"repeat":  repeat,
			"obeying": obeying,
			"exits":   exits,
			"paint":   paint,
			"slyly":   slyly,
		},
	})
}

// nowhere DIR WORD… : no file below DIR has one of the words in its content or
// its name.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: nowhere DIR WORD…")
	}
	files := 0
	for name, data := range tree(ts, args[0]) {
		files++
		for _, word := range args[1:] {
			if strings.Contains(name, word) || bytes.Contains(data, []byte(word)) {
				ts.Fatalf("%q is in %s", word, name)
			}
		}
	}
	if files == 0 {
		ts.Fatalf("%s has no files", args[0])
	}
}

// same DIR DIR : both folders hold the same files with the same bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] same DIR DIR")
	}
	one, two := tree(ts, args[0]), tree(ts, args[1])
	var differ []string
	for name := range one {
		if data, there := two[name]; !there || !bytes.Equal(data, one[name]) {
			differ = append(differ, name)
		}
	}
	for name := range two {
		if _, there := one[name]; !there {
			differ = append(differ, name)
		}
	}
	if len(one) == 0 {
		ts.Fatalf("%s has no files", args[0])
	}
	if neg == (len(differ) == 0) {
		ts.Fatalf("different files: %q", differ)
	}
}

func tree(ts *testscript.TestScript, dir string) map[string][]byte {
	files := map[string][]byte{}
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)], err = os.ReadFile(name)
		return err
	}))
	return files
}

// hexFile FILE TEXT : FILE holds the text, in which \xNN stands for a byte and
// \n for a line break.
func hexFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hex FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// repeat FILE N FROM : FILE holds the content of FROM, N times; "{n}" in the
// name and in the content is the number of the copy where the name has it.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: repeat FILE N FROM")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	from := ts.ReadFile(args[2])
	if !strings.Contains(args[0], "{n}") {
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(from), n), 0o666))
		return
	}
	for i := range n {
		number := fmt.Sprintf("%05d", i)
		name := ts.MkAbs(strings.ReplaceAll(args[0], "{n}", number))
		ts.Check(os.WriteFile(name, []byte(strings.ReplaceAll(from, "{n}", number)), 0o666))
	}
}

// obeying COMMAND… : like exec, but by somebody who has to obey permissions,
// which root does not.
func obeying(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: [!] obeying COMMAND…")
	}
	if os.Geteuid() == 0 {
		if _, err := exec.LookPath("setpriv"); err != nil {
			ts.Fatalf("root needs setpriv (util-linux) to obey permissions")
		}
		args = append([]string{"setpriv", "--bounding-set=-dac_override,-dac_read_search"}, args...)
	}
	err := ts.Exec(args[0], args[1:]...)
	if neg == (err == nil) {
		ts.Fatalf("unexpected end: %v", err)
	}
}

// exits CODE COMMAND… : the command ends with this exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d", code)
	}
}

// slyly FILE : the file says something else; size and time do not show it.
func slyly(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: slyly FILE")
	}
	name := ts.MkAbs(args[0])
	info, err := os.Stat(name)
	ts.Check(err)
	data, err := os.ReadFile(name)
	ts.Check(err)
	data[len(data)/2] ^= 1
	ts.Check(os.WriteFile(name, data, 0o666))
	ts.Check(os.Chtimes(name, info.ModTime(), info.ModTime()))
}
