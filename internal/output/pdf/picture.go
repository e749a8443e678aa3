package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/image/webp"

	tagged "stadtbote/internal/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/typeset/layout"
)

// errDrawing means a picture without pixels.
var errDrawing = errors.New("a drawing of lines")

// figure appends a picture with its words. One that paper cannot show, a
// drawing of lines or damaged data, leaves its description; decoration leaves
// nothing.
func (c *composer) figure(out []layout.Block, p *picture.Info, f layout.Figure) []layout.Block {
	number, err := c.number(p)
	if err != nil {
		words := f.Alt
		if words == "" {
			return out
		}
		runs := []layout.Run{{Text: c.words.Say("pdf-picture") + " ", Style: layout.Strong}, {Text: words}}
		return append(out, layout.Paragraph{Text: runs})
	}
	f.Picture, f.Width, f.Height = number, c.pictures[number].Width, c.pictures[number].Height
	return append(out, f)
}

// album are the pictures of one document. One that is shown twice is in it
// once.
type album struct {
	pictures []*tagged.Image // by the number that figures name
	numbers  map[string]int  // by path
}

// number reads a picture that is not yet in the album, and is its number.
func (c *composer) number(p *picture.Info) (int, error) {
	if p != nil {
		if n, known := c.numbers[p.Path]; known {
			return n, nil
		}
	}
	image, err := c.picture(p)
	if err != nil {
		return 0, err
	}
	if c.numbers == nil {
		c.numbers = map[string]int{}
	}
	c.numbers[p.Path] = len(c.pictures)
	c.pictures = append(c.pictures, image)
	return len(c.pictures) - 1, nil
}

// picture reads and prepares a picture.
func (o *office) picture(p *picture.Info) (*tagged.Image, error) {
	if p == nil || p.Type == "svg" {
		return nil, errDrawing
	}
	if v, smaller := onPaper(p); smaller {
		return o.printed(p, v)
	}
	data, err := o.read(p.Path)
	if err != nil {
		return nil, err
	}
	return prepare(p, data)
}

// prepare makes a picture ready for a document.
func prepare(p *picture.Info, data []byte) (*tagged.Image, error) {
	var decode func(io.Reader) (image.Image, error)
	switch p.Type {
	case "gif":
		decode = gif.Decode
	case "webp":
		decode = webp.Decode
	default:
		return tagged.NewImage(data)
	}
	if p.Width*p.Height > tagged.MaxPixels {
		return nil, tagged.ErrTooLarge
	}
	decoded, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("decoding %s: %w", p.Path, err)
	}
	return tagged.Raster(decoded)
}

// Flaw tells, hardly in words, why PDF versions cannot show a picture of
// pixels; "" if they can. It is asked once, when the picture is read: at the
// time of making it would be too late to tell the author.
func Flaw(p *picture.Info, data []byte) string {
	if p.Type == "svg" {
		return ""
	}
	_, err := prepare(p, data)
	switch {
	case err == nil:
		return ""
	case errors.Is(err, tagged.ErrTooLarge):
		return fmt.Sprintf("%d × %d > %d Megapixel", p.Width, p.Height, tagged.MaxPixels/1_000_000)
	}
	return strings.ToUpper(p.Type) + "…"
}

// read reads a picture of the site's folder, or of those that the program
// carries.
func (o *office) read(path string) ([]byte, error) {
	data, err := fs.ReadFile(o.Folder, path)
	if below, ok := strings.CutPrefix(path, "static/"); ok && errors.Is(err, fs.ErrNotExist) && o.Static != nil {
		return fs.ReadFile(o.Static, below)
	}
	return data, err
}
