package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"strings"

	"golang.org/x/image/webp"

	"stadtbote/internal/digest"
)

// Errors that Read wraps: what an author has to mend. Everything else is the
// machine's. Their words stand in German and English messages, so they have
// hardly any.
var (
	ErrType      = errors.New("no JPEG, PNG, GIF, WebP, SVG")
	ErrTooLarge  = errors.New("> 50 MB")
	ErrDamaged   = errors.New("…")
	ErrWrongType = errors.New("≠")
)

// MaxSize is the size in bytes above which a picture is refused.
const MaxSize = 50 << 20

// Read returns what is known of the picture that r holds. Its type is told by
// its content; an ending in path that says something else is an error, since
// web servers tell browsers the type by the ending.
func Read(name string, r io.Reader) (Info, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return Info{}, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(content) > MaxSize {
		return Info{}, ErrTooLarge
	}
	kind := Type(content)
	if kind == "" {
		return Info{}, ErrType
	}
	if !fits(name, kind) {
		return Info{}, fmt.Errorf("%s %w %s", strings.ToUpper(kind), ErrWrongType, path.Ext(name))
	}
	info := Info{Path: name, Type: kind, Digest: digest.Bytes(content)}
	if info.Width, info.Height, err = size(kind, content); err != nil {
		return Info{}, fmt.Errorf("%s%w: %w", strings.ToUpper(kind), ErrDamaged, err)
	}
	return info, nil
}

// Known reports whether a file's ending is that of a picture.
func Known(name string) bool { return endings[strings.ToLower(path.Ext(name))] != "" }

// endings are the types of pictures by their endings.
var endings = map[string]string{
	".jpg": "jpeg", ".jpeg": "jpeg", ".jpe": "jpeg", ".jfif": "jpeg",
	".png": "png", ".gif": "gif", ".webp": "webp", ".svg": "svg",
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

// size returns the width and height that a picture is shown with.
func size(kind string, content []byte) (width, height int, err error) {
	if kind == "svg" {
		return sizeSVG(content)
	}
	decode := jpeg.DecodeConfig
	switch kind {
	case "png":
		decode = png.DecodeConfig
	case "gif":
		decode = gif.DecodeConfig
	case "webp":
		decode = webp.DecodeConfig
	}
	config, err := decode(bytes.NewReader(content))
	if err != nil {
		return 0, 0, err
	}
	if config.Width <= 0 || config.Height <= 0 {
		return 0, 0, errors.New("no size")
	}
	if !complete(kind, content) {
		return 0, 0, io.ErrUnexpectedEOF
	}
	if kind == "jpeg" && turned(content) {
		return config.Height, config.Width, nil
	}
	return config.Width, config.Height, nil
}
