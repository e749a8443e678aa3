package build

import (
	"testing"

	"stadtbote/internal/output"
	"stadtbote/internal/publish"
)

func TestOrderOfTheLastBuildHoldsOnlyForItsPaths(t *testing.T) {
	if publish.FoldsCase() {
		t.Skip("here each build judges the names anew")
	}
	lists := [][]output.File{{{Path: "b"}, {Path: "a"}}, {{Path: "c"}}}
	whole := func() *manifest {
		return &manifest{tidy: "1", files: []record{{path: "a", spot: spot{0, 1}}, {path: "b", spot: spot{0, 0}}, {path: "c", spot: spot{1, 0}}}}
	}
	order, same := whole().order(lists, "1")
	if !same || len(order) != 3 || order[0] != (spot{0, 1}) || order[2] != (spot{1, 0}) {
		t.Errorf("of the same paths: %v, %t", order, same)
	}
	if n := whole().count(0); n != 2 {
		t.Errorf("%d files of the first kind", n)
	}
	for name, change := range map[string]func(m *manifest){
		"another path":            func(m *manifest) { m.files[2].path = "d" },
		"a file more":             func(m *manifest) { m.files = append(m.files, record{path: "d"}) },
		"a file twice":            func(m *manifest) { m.files[1] = m.files[0] },
		"a place that is not":     func(m *manifest) { m.files[2].spot.at = 1 },
		"a kind that is not":      func(m *manifest) { m.files[2].spot.kind = -1 },
		"something to be said":    func(m *manifest) { m.tidy = "" },
		"another program's words": func(m *manifest) { m.tidy = "2" },
	} {
		m := whole()
		change(m)
		if order, same := m.order(lists, "1"); same {
			t.Errorf("%s: %v", name, order)
		}
	}
	if _, same := (*manifest)(nil).order(lists, "1"); same {
		t.Error("no build before")
	}
}
