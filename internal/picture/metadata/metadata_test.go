package metadata_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"testing"

	"stadtbote/internal/picture/metadata"
)

var notes = metadata.Notes{
	Credit: "Stadt Krähwinkel", Photographer: "Erika Muster", Rights: "© 2026 Erika Muster", Licence: "CC BY 4.0", Caption: "Die Brücke <von> „Süden“ & Norden",
}

// files are one small picture of each type that can be written.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	m := image.NewPaletted(image.Rect(0, 0, 31, 17), color.Palette{color.White, color.Black})
	m.SetColorIndex(3, 4, 1)
	all := map[string][]byte{}
	for kind, encode := range map[string]func(*bytes.Buffer) error{
		"jpg": func(b *bytes.Buffer) error { return jpeg.Encode(b, m, nil) },
		"png": func(b *bytes.Buffer) error { return png.Encode(b, m) },
		"gif": func(b *bytes.Buffer) error { return gif.Encode(b, m, nil) },
	} {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		all[kind] = b.Bytes()
	}
	simple, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA4AAAAvB8AAAAdQkf4B6H8BAA==")
	if err != nil {
		t.Fatal(err)
	}
	all["webp"] = simple
	return all
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	profile := bytes.Repeat([]byte("colour"), 30_000) // three segments of JPEG
	for kind, file := range files(t) {
		if kind == "gif" {
			continue
		}
		want := metadata.Data{Notes: notes, Orientation: 6, Profile: profile}
		written, err := metadata.Write(file, want)
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		got := metadata.Read(written)
		want.Caption = "" // it is for others to read
		if got.Notes != want.Notes || got.Orientation != 6 || !bytes.Equal(got.Profile, profile) {
			t.Errorf("%s: %+v", kind, got.Notes)
		}
		bare, err := metadata.Write(written, metadata.Data{})
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if got := metadata.Read(bare); got.Notes != (metadata.Notes{}) || got.Orientation != 0 || !bytes.Equal(got.Profile, profile) {
			t.Errorf("%s: something was left: %+v, %d bytes of profile", kind, got.Notes, len(got.Profile))
		}
		if bytes.Contains(bare, []byte("Muster")) {
			t.Errorf("%s: the name is left in the file", kind)
		}
	}
}

func TestPixelsAreNotTouched(t *testing.T) {
	for kind, file := range files(t) {
		written, err := metadata.Write(file, metadata.Data{Notes: notes})
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if kind == "webp" { // no encoder of the standard library; see package picture
			continue
		}
		before, _, err := image.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		after, _, err := image.Decode(bytes.NewReader(written))
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for y := range 17 {
			for x := range 31 {
				if before.At(x, y) != after.At(x, y) {
					t.Fatalf("%s: pixel %d, %d changed", kind, x, y)
				}
			}
		}
	}
}

func TestHalfAFileIsNotWhole(t *testing.T) {
	for kind, file := range files(t) {
		if !metadata.Whole(file) {
			t.Errorf("%s is not whole", kind)
		}
		for end := 12; end < len(file)-1; end++ {
			if metadata.Whole(file[:end]) {
				t.Errorf("%s: %d of %d bytes are whole", kind, end, len(file))
			}
		}
	}
}

func TestCommentsOfGIFGo(t *testing.T) {
	file := files(t)["gif"]
	at := 13 + 3*2
	commented := append(bytes.Clone(file[:at]), "\x21\xFE\x06secret\x00\x21\xFF\x0BXMP DataXMP\x03xyz\x00\x21\xFF\x0BNETSCAPE2.0\x03\x01\x00\x00\x00"...)
	commented = append(commented, file[at:]...)
	written, err := metadata.Write(commented, metadata.Data{})
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(written, []byte("secret")) || bytes.Contains(written, []byte("XMP")) || !bytes.Contains(written, []byte("NETSCAPE2.0")) {
		t.Errorf("%q", written)
	}
}

// TestExiftool asks a program of others what is in the files.
func TestExiftool(t *testing.T) {
	exiftool, err := exec.LookPath("exiftool")
	if err != nil {
		if os.Getenv("STADTBOTE_JUDGES") != "" {
			t.Fatal("exiftool is not installed")
		}
		t.Skip("exiftool is not installed")
	}
	for kind, file := range files(t) {
		if kind == "gif" {
			continue
		}
		// What a camera writes, put in by that program.
		camera := exec.Command(exiftool, "-q", "-o", "-", "-GPSLatitude=52.28", "-GPSLatitudeRef=N", "-GPSLongitude=11.41", "-GPSLongitudeRef=E",
			"-SerialNumber=4711", "-XMP-exif:GPSLatitude=52.28", "-XMP-aux:SerialNumber=4711", "-XMP-photoshop:Credit=Altes Archiv", "-Artist=Vera", "-XMP-dc:Rights=Alte Rechte", "-")
		camera.Stdin = bytes.NewReader(file)
		full, err := camera.Output()
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		old := metadata.Read(full)
		if old.Credit != "Altes Archiv" || old.Photographer != "Vera" || old.Rights != "Alte Rechte" {
			t.Errorf("%s: read %+v", kind, old.Notes)
		}
		written, err := metadata.Write(full, metadata.Data{Notes: notes})
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		judge := exec.Command(exiftool, "-a", "-G1", "-s", "-validate", "-warning", "-GPS*", "-SerialNumber", "-Credit", "-By-line", "-CopyrightNotice", "-Caption-Abstract", "-Creator", "-Rights", "-UsageTerms", "-Description", "-")
		judge.Stdin = bytes.NewReader(written)
		said, err := judge.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", kind, err, said)
		}
		text := strings.Join(strings.Fields(string(said)), " ")
		wanted := []string{
			"[ExifTool] Validate : OK", "[XMP-photoshop] Credit : Stadt Krähwinkel", "[XMP-dc] Creator : Erika Muster",
			"[XMP-dc] Rights : © 2026 Erika Muster", "[XMP-xmpRights] UsageTerms : CC BY 4.0", "[XMP-dc] Description : " + notes.Caption,
		}
		if kind == "jpg" {
			wanted = append(wanted, "[IPTC] Credit : Stadt Krähwinkel", "[IPTC] By-line : Erika Muster", "[IPTC] CopyrightNotice : © 2026 Erika Muster", "[IPTC] Caption-Abstract : "+notes.Caption)
		}
		for _, want := range wanted {
			if !strings.Contains(text, want) {
				t.Errorf("%s: exiftool does not say %q:\n%s", kind, want, said)
			}
		}
		if strings.Contains(text, "GPS") || strings.Contains(text, "Serial") || strings.Contains(text, "Archiv") {
			t.Errorf("%s: something private is left:\n%s", kind, said)
		}
	}
}

func FuzzWrite(f *testing.F) {
	for _, file := range files(f) {
		f.Add(file, "Erika", byte(6))
		if full, err := metadata.Write(file, metadata.Data{Notes: notes, Orientation: 3, Profile: []byte("profile")}); err == nil {
			f.Add(full, "", byte(0))
		}
	}
	f.Fuzz(func(t *testing.T, file []byte, name string, orientation byte) {
		said := metadata.Read(file)
		if said.Orientation < 0 || said.Orientation > 8 || len(said.Credit) > 2000 {
			t.Fatalf("reads %+v", said)
		}
		d := metadata.Data{Notes: metadata.Notes{Photographer: name}, Orientation: int(orientation % 9)}
		once, err := metadata.Write(file, d)
		if err != nil {
			return
		}
		twice, err := metadata.Write(once, d)
		if err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("what was written is read otherwise: %v\n%q\n%q", err, once, twice)
		}
	})
}
