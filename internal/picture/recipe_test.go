package picture_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/webp"

	"stadtbote/internal/digest"
	"stadtbote/internal/picture"
	"stadtbote/internal/picture/metadata"
)

var recipe = picture.Recipe{Widths: []int{480, 960, 1920}, Quality: 76, WebP: true}

func TestVersions(t *testing.T) {
	const drawn = picture.Opaque
	for _, c := range []struct {
		name string
		info picture.Info
		want string
	}{
		{"a large photo", picture.Info{Type: "jpeg", Width: 6000, Height: 4000, Size: 9e6}, "jpeg 480×320, jpeg 960×640, jpeg 1920×1280"},
		{"a portrait of 6000 pixels", picture.Info{Type: "jpeg", Width: 4000, Height: 6000, Size: 9e6}, "jpeg 480×720, jpeg 960×1440, jpeg 1920×2880"},
		{"a photo that is as wide as a version", picture.Info{Type: "jpeg", Width: 960, Height: 640, Size: 1e5}, "jpeg 480×320, jpeg 960×640 kept"},
		{"a photo between two versions", picture.Info{Type: "jpeg", Width: 1000, Height: 500, Size: 1e5}, "jpeg 480×240, jpeg 1000×500 kept"},
		{"a small photo", picture.Info{Type: "jpeg", Width: 300, Height: 200, Size: 2e4}, "jpeg 300×200 kept"},
		{"a photo with more bytes than it needs", picture.Info{Type: "jpeg", Width: 960, Height: 640, Size: 9e5}, "jpeg 480×320, jpeg 960×640"},
		{"a photo on its side", picture.Info{Type: "jpeg", Width: 640, Height: 960, Size: 1e5, Traits: picture.Turned}, "jpeg 480×720, jpeg 640×960"},
		{"a photo for print", picture.Info{Type: "jpeg", Width: 960, Height: 640, Size: 1e5, Traits: picture.Press}, "jpeg 480×320, jpeg 960×640"},
		{"a drawing", picture.Info{Type: "png", Width: 960, Height: 640, Size: 9e5, Traits: drawn}, "png 480×320, png 960×640 kept"},
		{"a drawing that WebP holds better", picture.Info{Type: "png", Width: 960, Height: 640, Traits: drawn | picture.Crisp}, "png 480×320, png 960×640 kept, webp 480×320, webp 960×640"},
		{"a photo as PNG", picture.Info{Type: "png", Width: 960, Height: 640, Traits: drawn | picture.Photo}, "jpeg 480×320, jpeg 960×640"},
		{"a photo as WebP", picture.Info{Type: "webp", Width: 960, Height: 640, Size: 1e5, Traits: drawn}, "jpeg 480×320, webp 960×640 kept"},
		{"a transparent WebP", picture.Info{Type: "webp", Width: 2000, Height: 1000, Size: 1e5}, "webp 480×240, webp 960×480, webp 1920×960"},
		{"an animation", picture.Info{Type: "gif", Width: 2000, Height: 1000}, "gif 2000×1000 kept"},
		{"a moving PNG", picture.Info{Type: "png", Width: 2000, Height: 1000, Traits: picture.Moving}, "png 2000×1000 kept"},
		{"a drawing of lines", picture.Info{Type: "svg"}, "svg 0×0 kept"},
		{"a strip", picture.Info{Type: "jpeg", Width: 5000, Height: 1, Size: 2e4}, "jpeg 480×1, jpeg 960×1, jpeg 1920×1"},
	} {
		var got []string
		for _, v := range recipe.Versions(&c.info) {
			text := fmt.Sprintf("%s %d×%d", v.Type, v.Width, v.Height)
			if v.Kept {
				text += " kept"
			}
			got = append(got, text)
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

func TestPreviews(t *testing.T) {
	for _, c := range []struct {
		info picture.Info
		want string
	}{
		{picture.Info{Type: "jpeg", Width: 6000, Height: 4000}, "1200×800"},
		{picture.Info{Type: "jpeg", Width: 1280, Height: 800, Size: 1000}, "1280×800"},
		{picture.Info{Type: "png", Width: 800, Height: 600}, "800×600"},
		{picture.Info{Type: "jpeg", Width: 599, Height: 600}, ""},
		{picture.Info{Type: "gif", Width: 1200, Height: 600}, ""},
		{picture.Info{Type: "svg", Width: 1200, Height: 600}, ""},
	} {
		v, fit := recipe.Preview(&c.info)
		got := ""
		if fit {
			got = fmt.Sprintf("%d×%d", v.Width, v.Height)
		}
		if got != c.want || fit && v.Type != "jpeg" {
			t.Errorf("%+v: %q, want %q", c.info, got, c.want)
		}
	}
}

// made reads a file and makes all its versions.
func made(t testing.TB, r picture.Recipe, content []byte) (picture.Info, []picture.Version, [][]byte) {
	t.Helper()
	info, err := picture.Read("a", bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	versions := r.Versions(&info)
	files, err := r.Make(&info, content, versions)
	if err != nil {
		t.Fatal(err)
	}
	for n, v := range versions {
		config, _, err := image.DecodeConfig(bytes.NewReader(files[n]))
		if err != nil || config.Width != v.Width || config.Height != v.Height {
			t.Errorf("version %d is %d × %d, want %d × %d (%v)", n, config.Width, config.Height, v.Width, v.Height, err)
		}
	}
	return info, versions, files
}

// gradient is a picture whose upper half is blue and whose lower half is red.
func gradient(width, height int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.Draw(m, image.Rect(0, 0, width, height/2), image.NewUniform(color.NRGBA{20, 40, 200, 255}), image.Point{}, draw.Src)
	draw.Draw(m, image.Rect(0, height/2, width, height), image.NewUniform(color.NRGBA{200, 40, 20, 255}), image.Point{}, draw.Src)
	return m
}

func TestAPictureOnItsSideIsTurned(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, gradient(120, 80), nil); err != nil {
		t.Fatal(err)
	}
	profile := append(append(make([]byte, 16), "RGB "...), make([]byte, 108)...)
	content, err := metadata.Write(b.Bytes(), metadata.Data{Orientation: 6, Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	info, _, files := made(t, picture.Recipe{Widths: []int{40, 60}, Quality: 90}, content)
	if info.Width != 80 || info.Height != 120 || !info.Has(picture.Turned) {
		t.Errorf("read as %+v", info)
	}
	for _, file := range files {
		m, err := jpeg.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		right, left := m.Bounds().Max.X-3, 2
		if r, _, _, _ := m.At(left, 30).RGBA(); r < 0x8000 { // what was below is at the left
			t.Error("the left is not red")
		}
		if _, _, blue, _ := m.At(right, 30).RGBA(); blue < 0x8000 {
			t.Error("the right is not blue")
		}
		if said := metadata.Read(file); said.Orientation != 0 || !bytes.Equal(said.Profile, profile) {
			t.Errorf("orientation %d, %d bytes of profile", said.Orientation, len(said.Profile))
		}
	}
}

func TestColoursOfThePressBecomeThoseOfTheScreen(t *testing.T) {
	content, err := os.ReadFile("testdata/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	info, versions, files := made(t, recipe, content)
	if !info.Has(picture.Press) || versions[0].Kept {
		t.Errorf("%+v %+v", info, versions)
	}
	m, err := jpeg.Decode(bytes.NewReader(files[0]))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := m.At(60, 40).RGBA(); r < 0xC000 || g > 0x6000 || b > 0x7000 { // magenta and yellow ink
		t.Errorf("the ground is %x %x %x", r>>8, g>>8, b>>8)
	}
}

// screenshot is something like text on paper.
func screenshot(width, height int) *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Black, color.Gray{128}, color.NRGBA{18, 63, 148, 255}})
	for i := range m.Pix {
		x, y := i%width, i/width
		if y%12 < 7 && (x*7+y/12*13)%23 < 9 && (x+y/12*31)%97 > 12 {
			m.Pix[i] = uint8(1 + (x/40+y/12)%3)
		}
	}
	return m
}

func TestDrawings(t *testing.T) {
	for name, m := range map[string]image.Image{"a screenshot": screenshot(1400, 900), "a diagram": gradient(1400, 900)} {
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		info, versions, files := made(t, recipe, b.Bytes())
		if !info.Has(picture.Opaque) || info.Has(picture.Photo) {
			t.Errorf("%s: traits %b", name, info.Traits)
		}
		for n, v := range versions {
			if name == "a diagram" && len(files[n]) > b.Len() {
				t.Errorf("%s: %d bytes at a width of %d, the source has %d", name, len(files[n]), v.Width, b.Len())
			}
		}
		if name == "a diagram" && !info.Has(picture.Crisp) {
			t.Errorf("WebP should hold it in fewer bytes: %v", versions)
		}
		if info.Has(picture.Crisp) {
			if _, err := webp.Decode(bytes.NewReader(files[len(files)-1])); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestAPhotoInAFormatForDrawingsBecomesJPEG(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 500, 400))
	seed := uint32(1)
	for i := range m.Pix { // noise over slow waves, as a camera sees
		seed = seed*1664525 + 1013904223
		m.Pix[i] = uint8(90 + (i/4%500)/5 + int(seed>>28))
		if i%4 == 3 {
			m.Pix[i] = 255
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	info, versions, _ := made(t, recipe, b.Bytes())
	if !info.Has(picture.Photo) || versions[0].Type != "jpeg" {
		t.Errorf("%b %+v", info.Traits, versions)
	}
}

func TestAnAnimationIsKept(t *testing.T) {
	frame := image.NewPaletted(image.Rect(0, 0, 9, 9), color.Palette{color.White, color.Black})
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	if _, _, files := made(t, recipe, b.Bytes()); !bytes.Equal(files[0], b.Bytes()) {
		t.Error("another file")
	}
}

// The same on amd64, 386 and arm64. When it changes, the edition of recipes
// changes as well, or caches would keep the old bytes.
func TestVersionsAreTheSameOnEveryProcessor(t *testing.T) {
	var sources [][]byte
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pattern("photo", 300, 200), nil); err != nil {
		t.Fatal(err)
	}
	sources = append(sources, bytes.Clone(b.Bytes()))
	b.Reset()
	if err := png.Encode(&b, pattern("transparent", 300, 200)); err != nil {
		t.Fatal(err)
	}
	sources = append(sources, bytes.Clone(b.Bytes()))
	b.Reset()
	if err := png.Encode(&b, screenshot(300, 200)); err != nil {
		t.Fatal(err)
	}
	sources = append(sources, b.Bytes())
	var all digest.Builder
	for _, source := range sources {
		info, err := picture.Read("a", bytes.NewReader(source))
		if err != nil {
			t.Fatal(err)
		}
		var versions []picture.Version
		for _, kind := range []string{"jpeg", "png", "webp"} {
			versions = append(versions, picture.Version{Type: kind, Width: 120, Height: 80}, picture.Version{Type: kind, Width: 70, Height: 47})
		}
		files, err := recipe.Make(&info, source, versions)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			all.Text(string(file))
		}
	}
	if got := all.Name().Hex(); got != madeSum {
		t.Errorf("the bytes are others: %s", got)
	}
}

const madeSum = "6c0dfc78035a09ed242e9f2f6ba8c826"
