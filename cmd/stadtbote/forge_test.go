package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// forge plays the part of GitLab, GitHub or Forgejo: it reads the pipeline of a
// repository and runs its jobs, each in a fresh clone. What it does not know it
// refuses, so that a pipeline cannot do unnoticed what no test has seen.
type forge struct {
	t          *testing.T
	repository string            // that is cloned
	cache      string            // what jobs remember
	env        map[string]string // of every step
	facts      map[string]bool   // conditions of jobs and steps, and whether they hold
	values     map[string]string // ${{ … }} of GitHub and Forgejo
	output     bytes.Buffer
	artifacts  string // where the last job's public/ was put
}

// run runs one script in a clone, as the forge's runner would.
func (f *forge) run(clone, script string, env map[string]string) {
	f.t.Helper()
	cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", script)
	cmd.Dir = clone
	cmd.Env = os.Environ()
	for _, set := range []map[string]string{f.env, env} {
		for _, name := range slices.Sorted(maps.Keys(set)) {
			cmd.Env = append(cmd.Env, name+"="+set[name])
		}
	}
	said, err := cmd.CombinedOutput()
	fmt.Fprintf(&f.output, "$ %s\n%s", script, said)
	if err != nil {
		f.t.Fatalf("a step fails: %v\n%s", err, f.output.Bytes())
	}
}

// clone returns a fresh clone of the repository.
func (f *forge) clone() string {
	f.t.Helper()
	folder := filepath.Join(f.t.TempDir(), "clone")
	git(f.t, ".", "clone", "-q", f.repository, folder)
	return folder
}

func git(t *testing.T, folder string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Test", "-c", "user.email=test@invalid", "-c", "init.defaultBranch=main"}, args...)...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

// holds reports whether a condition holds; one that no test knows is refused.
func (f *forge) holds(condition string) bool {
	f.t.Helper()
	if condition == "" {
		return true
	}
	holds, known := f.facts[condition]
	if !known {
		f.t.Fatalf("a pipeline asks for %q, and the test does not know the answer", condition)
	}
	return holds
}

// restore and keep are what the forge's cache does before and after a job.
func (f *forge) restore(clone string) { f.carry(f.cache, clone) }
func (f *forge) keep(clone string)    { f.carry(clone, f.cache) }

func (f *forge) carry(from, to string) {
	for _, name := range []string{".stadtbote", "public"} {
		if _, err := os.Stat(filepath.Join(from, name)); err != nil {
			continue
		}
		target := filepath.Join(to, name)
		if err := os.RemoveAll(target); err != nil {
			f.t.Fatal(err)
		}
		if err := os.CopyFS(target, os.DirFS(filepath.Join(from, name))); err != nil {
			f.t.Fatal(err)
		}
	}
}

func (f *forge) read(name string, into any) {
	f.t.Helper()
	data, err := os.ReadFile(filepath.Join(f.repository, filepath.FromSlash(name)))
	if err != nil {
		f.t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		f.t.Fatalf("%s: %v", name, err)
	}
}

// gitlabJob is a job of .gitlab-ci.yml, as far as it matters here.
type gitlabJob struct {
	Stage  string
	Rules  []struct{ If string }
	Script []string
	Cache  *struct{ Paths []string }
}

// gitlab runs the jobs of .gitlab-ci.yml in the order of their stages.
func (f *forge) gitlab() {
	f.t.Helper()
	var file struct {
		Stages  []string
		Default struct {
			Before []string `yaml:"before_script"`
		}
		Jobs map[string]yaml.Node `yaml:",inline"`
	}
	f.read(".gitlab-ci.yml", &file)
	for _, stage := range file.Stages {
		for _, name := range slices.Sorted(maps.Keys(file.Jobs)) {
			var job gitlabJob
			node := file.Jobs[name]
			if strings.HasPrefix(name, ".") || node.Decode(&job) != nil || job.Stage != stage || !f.wanted(job) {
				continue
			}
			clone := f.clone()
			if job.Cache != nil {
				f.restore(clone)
			}
			for _, line := range append(slices.Clone(file.Default.Before), job.Script...) {
				f.run(clone, line, nil)
			}
			if job.Cache != nil {
				f.keep(clone)
			}
			f.artifacts = filepath.Join(clone, "public")
		}
	}
}

func (f *forge) wanted(job gitlabJob) bool {
	return len(job.Rules) == 0 || slices.ContainsFunc(job.Rules, func(rule struct{ If string }) bool { return f.holds(rule.If) })
}

// action is a job of a workflow of GitHub or Forgejo.
type action struct {
	If    string
	Needs string
	Steps []struct {
		If, Uses, Run string
		Env           map[string]string
	}
}

// actions runs a workflow of GitHub or Forgejo.
func (f *forge) actions(name string) {
	f.t.Helper()
	var file struct {
		Env  map[string]string
		Jobs map[string]action
	}
	f.read(name, &file)
	first := func(job string) bool { return file.Jobs[job].Needs == "" }
	names := slices.Sorted(maps.Keys(file.Jobs))
	slices.SortStableFunc(names, func(x, y string) int {
		if first(x) == first(y) {
			return 0
		} else if first(x) {
			return -1
		}
		return 1
	})
	for _, name := range names {
		if f.holds(file.Jobs[name].If) {
			f.action(file.Jobs[name], file.Env)
		}
	}
}

func (f *forge) action(job action, common map[string]string) {
	f.t.Helper()
	clone, cached := "", false
	for _, step := range job.Steps {
		if !f.holds(step.If) {
			continue
		}
		switch uses, _, _ := strings.Cut(step.Uses, "@"); uses {
		case "":
			env := map[string]string{}
			for _, set := range []map[string]string{common, step.Env} {
				for name, value := range set {
					env[name] = f.filled(value)
				}
			}
			f.run(clone, step.Run, env)
		case "actions/checkout":
			clone = f.clone()
		case "actions/cache":
			f.restore(clone)
			cached = true
		case "actions/setup-go", "actions/configure-pages":
		case "actions/upload-pages-artifact", "actions/upload-artifact":
			f.artifacts = filepath.Join(clone, "public")
		case "actions/deploy-pages":
			if f.artifacts == "" {
				f.t.Fatal("pages are published that nobody uploaded")
			}
		default:
			f.t.Fatalf("a pipeline uses %q, and no test has seen what it does", step.Uses)
		}
	}
	if cached {
		f.keep(clone)
	}
}

var expression = regexp.MustCompile(`\$\{\{ *(.*?) *\}\}`)

// filled puts values for the expressions of a text; unknown ones are refused.
func (f *forge) filled(text string) string {
	return expression.ReplaceAllStringFunc(text, func(match string) string {
		name := expression.FindStringSubmatch(match)[1]
		value, known := f.values[name]
		if !known {
			f.t.Fatalf("a pipeline asks for ${{ %s }}, and the test does not know it", name)
		}
		return value
	})
}
