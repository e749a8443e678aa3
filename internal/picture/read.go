package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"strings"

	"golang.org/x/image/webp"

	"stadtbote/internal/digest"
	"stadtbote/internal/picture/metadata"
)

// Errors that Read wraps: what an author has to mend. Everything else is the
// machine's. Their words stand in German and English messages, so they have
// hardly any.
var (
	ErrType      = errors.New("no JPEG, PNG, GIF, WebP, SVG")
	ErrForeign   = errors.New("≠ JPEG, PNG, WebP")
	ErrTooLarge  = errors.New("> 50 MB")
	ErrPixels    = errors.New("Megapixel")
	ErrDamaged   = errors.New("…")
	ErrWrongType = errors.New("≠")
	ErrScript    = errors.New("SVG")
)

// MaxSize is the size in bytes above which a picture is refused.
const MaxSize = 50 << 20

// MaxPixels is the number of pixels above which a picture is refused: its
// pixels need up to eight bytes each while it is scaled. It is that of package
// pdf.
const MaxPixels = 64 << 20

// Read returns what is known of the picture that r holds. Its type is told by
// its content; an ending in path that says something else is an error, since
// web servers tell browsers the type by the ending. The whole picture is
// decoded, so that whoever makes versions of it later finds no damage.
func Read(name string, r io.Reader) (Info, error) { return NewRoom().Read(name, r) }

// Read is the function Read for many goroutines at once: their pictures share
// the room.
func (r *Room) Read(name string, from io.Reader) (Info, error) {
	content, err := io.ReadAll(io.LimitReader(from, MaxSize+1))
	if err != nil {
		return Info{}, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(content) > MaxSize {
		return Info{}, ErrTooLarge
	}
	kind := Type(content)
	if kind == "" {
		if foreign := foreignType(content); foreign != "" {
			return Info{}, fmt.Errorf("%s %w", foreign, ErrForeign)
		}
		return Info{}, ErrType
	}
	if !fits(name, kind) {
		return Info{}, fmt.Errorf("%s %w %s", strings.ToUpper(kind), ErrWrongType, path.Ext(name))
	}
	info := Info{Path: name, Type: kind, Digest: digest.Bytes(content), Size: len(content)}
	if kind == "svg" {
		return info, info.lookSVG(content)
	}
	return info, info.look(content, r)
}

// look fills in what is seen of a picture of pixels.
func (i *Info) look(content []byte, room *Room) error {
	config, err := configOf(i.Type, content)
	if err != nil {
		return i.damaged(err)
	}
	if int64(config.Width)*int64(config.Height) > MaxPixels {
		return fmt.Errorf("%d × %d > %d %w", config.Width, config.Height, MaxPixels/1_000_000, ErrPixels)
	}
	if !metadata.Whole(content) {
		return i.damaged(io.ErrUnexpectedEOF)
	}
	i.Width, i.Height = config.Width, config.Height
	said := metadata.Read(content)
	i.Notes = said.Notes
	if said.Orientation > 1 {
		i.Traits |= Turned
	}
	if said.Orientation >= 5 {
		i.Width, i.Height = i.Height, i.Width
	}
	if moving(i.Type, content) {
		i.Traits |= Moving
	}
	if !i.Pixels() {
		return nil
	}
	defer room.Enter(config.Width * config.Height)()
	m, err := decode(i.Type, content)
	if err != nil {
		return i.damaged(err)
	}
	i.judge(m)
	return nil
}

func (i *Info) damaged(err error) error {
	return fmt.Errorf("%s%w: %w", strings.ToUpper(i.Type), ErrDamaged, err)
}

// Known reports whether a file's ending is that of a picture, also of one that
// cannot be published.
func Known(name string) bool { return endings[strings.ToLower(path.Ext(name))] != "" }

// endings are the types of pictures by their endings.
var endings = map[string]string{
	".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".jfif": "jpeg",
	".png": "png", ".apng": "png", ".gif": "gif", ".webp": "webp", ".svg": "svg",
	".heic": "heic", ".heif": "heic", ".avif": "avif", ".tif": "tiff", ".tiff": "tiff", ".bmp": "bmp",
}

func fits(name, kind string) bool {
	expected := endings[strings.ToLower(path.Ext(name))]
	return expected == "" || expected == kind
}

// Type tells what kind of picture content is, or "" for none.
func Type(content []byte) string {
	switch {
	case bytes.HasPrefix(content, []byte("\xFF\xD8\xFF")):
		return "jpeg"
	case bytes.HasPrefix(content, []byte("\x89PNG\r\n\x1a\n")):
		return "png"
	case bytes.HasPrefix(content, []byte("GIF87a")), bytes.HasPrefix(content, []byte("GIF89a")):
		return "gif"
	case len(content) >= 12 && string(content[:4]) == "RIFF" && string(content[8:12]) == "WEBP":
		return "webp"
	case isSVG(content):
		return "svg"
	}
	return ""
}

// foreignType names a type of pictures that browsers do not show, or that
// cannot be scaled here; "" for none.
func foreignType(content []byte) string {
	switch {
	case bytes.HasPrefix(content, []byte("II*\x00")), bytes.HasPrefix(content, []byte("MM\x00*")):
		return "TIFF"
	case bytes.HasPrefix(content, []byte("BM")) && len(content) > 26 && content[5] < 4 && content[6]|content[7]|content[8]|content[9] == 0:
		return "BMP"
	case len(content) < 12 || string(content[4:8]) != "ftyp":
		return ""
	}
	switch string(content[8:12]) {
	case "avif", "avis":
		return "AVIF"
	case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1":
		return "HEIC"
	}
	return ""
}

// configOf returns the size of a picture as it is stored.
func configOf(kind string, content []byte) (image.Config, error) {
	read := jpeg.DecodeConfig
	switch kind {
	case "png":
		read = png.DecodeConfig
	case "gif":
		read = gif.DecodeConfig
	case "webp":
		read = webp.DecodeConfig
	}
	config, err := read(bytes.NewReader(content))
	if err == nil && (config.Width <= 0 || config.Height <= 0) {
		err = errors.New("no size")
	}
	return config, err
}

// decode returns the pixels of a picture as they are stored.
func decode(kind string, content []byte) (image.Image, error) {
	r := bytes.NewReader(content)
	switch kind {
	case "png":
		return png.Decode(r)
	case "webp":
		return webp.Decode(r)
	}
	return jpeg.Decode(r)
}

// moving reports whether a picture is an animation.
func moving(kind string, content []byte) bool {
	head := content[:min(len(content), 4096)]
	switch kind {
	case "png":
		pixels := bytes.Index(content, []byte("IDAT"))
		return pixels > 0 && bytes.Contains(content[:pixels], []byte("acTL"))
	case "webp":
		return len(head) > 20 && string(head[12:16]) == "VP8X" && head[20]&2 != 0
	}
	return false
}
