package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestAProgramIsNamedByItsBuildID(t *testing.T) {
	id := strings.Repeat("abc/", 20)
	elf := "\x7fELF" + strings.Repeat("\x00", 100) + "\x04\x00\x00\x00\x50\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id + "code"
	mach := "\xcf\xfa\xed\xfe" + strings.Repeat("\x00", 4000) + "\xff Go build ID: \"" + id + "\"\n \xff" + "code"
	for name, program := range map[string]string{"ELF": elf, "Mach-O and PE": mach} {
		t.Run(name, func(t *testing.T) {
			got, err := identify(strings.NewReader(program))
			if err != nil || got != id {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

func TestAProgramWithoutBuildIDIsNamedByItsBytes(t *testing.T) {
	body := bytes.Repeat([]byte("code"), headSize)
	one, err := identify(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	body[len(body)-1]++ // beyond the head
	two, err := identify(bytes.NewReader(body))
	if err != nil || one == two || one == "" {
		t.Errorf("got %q and %q, %v", one, two, err)
	}
}

func TestACutBuildIDIsNone(t *testing.T) {
	for _, program := range []string{
		"\xff Go build ID: \"abc",
		"\x04\x00\x00\x00\xff\xff\x00\x00\x04\x00\x00\x00Go\x00\x00abc",
		"\x04\x00\x00\x00Go\x00\x00",
	} {
		if id, found := buildID([]byte(program)); found {
			t.Errorf("%q has a build ID: %q", program, id)
		}
	}
}

// The program that runs this test is one too.
func TestThisProgramHasABuildID(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	id, found := buildID(program[:min(len(program), headSize)])
	if !found || strings.Count(id, "/") != 3 {
		t.Errorf("build ID %q, %t", id, found)
	}
}
