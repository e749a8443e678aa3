package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// isSVG reports whether the first element of an XML text is svg.
func isSVG(content []byte) bool {
	content = bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\uFEFF")), " \t\r\n")
	if len(content) == 0 || content[0] != '<' {
		return false
	}
	_, err := rootSVG(content)
	return err == nil
}

// rootSVG returns the opening tag of an SVG picture. Nothing that the file
// names is loaded or run; entities are not expanded.
func rootSVG(content []byte) (xml.StartElement, error) {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // sizes are ASCII
	for range 1000 {
		token, err := decoder.Token()
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, is := token.(xml.StartElement); is {
			if start.Name.Local != "svg" {
				break
			}
			return start, nil
		}
	}
	return xml.StartElement{}, errors.New("no svg element")
}

// lookSVG fills in what is seen of an SVG picture.
func (i *Info) lookSVG(content []byte) error {
	var err error
	if i.Width, i.Height, err = sizeSVG(content); err != nil {
		return i.damaged(err)
	}
	if active := activeSVG(content); active != "" {
		return fmt.Errorf("%w: %s", ErrScript, active)
	}
	return nil
}

// activeSVG returns what in an SVG picture would run, or load something from
// elsewhere, if a reader opened it by itself; "" for nothing.
func activeSVG(content []byte) string {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	inStyle := false
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return ""
		}
		if text, is := token.(xml.CharData); is && inStyle {
			if loads := loadingCSS(string(text)); loads != "" {
				return loads
			}
		}
		start, is := token.(xml.StartElement)
		if !is {
			continue
		}
		inStyle = strings.EqualFold(start.Name.Local, "style")
		switch name := strings.ToLower(start.Name.Local); name {
		case "script", "foreignobject", "iframe", "object", "embed":
			return "<" + name + ">"
		}
		for _, attr := range start.Attr {
			name, value := strings.ToLower(attr.Name.Local), strings.ToLower(strings.TrimSpace(attr.Value))
			switch {
			case strings.HasPrefix(name, "on"):
				return name
			case name == "attributename" && strings.HasSuffix(value, "href"):
				return attr.Value // an animation would put an address there
			case loadingCSS(value) != "":
				return loadingCSS(value)
			case name != "href" && name != "src", start.Name.Local == "a" && !strings.HasPrefix(value, "javascript:"):
			case strings.Contains(value, ":") && !strings.HasPrefix(value, "data:image/"), strings.HasPrefix(value, "//"):
				return attr.Value
			}
		}
	}
}

// outside is what loads something from elsewhere in a style sheet, or in an
// attribute that takes one's values.
var outside = regexp.MustCompile(`(?i)@import|url\(\s*['"]?\s*(?:[a-z][a-z0-9+.-]*:|//)[^)]*|\\[0-9a-f]`)

// loadingCSS returns what a piece of CSS would load; "" for nothing. Escaped
// letters are refused: nobody needs them for drawing.
func loadingCSS(css string) string {
	for _, found := range outside.FindAllString(css, -1) {
		if !strings.Contains(strings.ToLower(found), "data:image/") {
			return found
		}
	}
	return ""
}

// sizeSVG returns the size that an SVG picture asks for: width and height, or
// those of its viewBox; zero where it asks for none.
func sizeSVG(content []byte) (width, height int, err error) {
	if !bytes.Contains(content, []byte("</")) && !bytes.Contains(content, []byte("/>")) {
		return 0, 0, io.ErrUnexpectedEOF
	}
	root, err := rootSVG(content)
	if err != nil {
		return 0, 0, err
	}
	var w, h float64
	var box [2]float64
	for _, attr := range root.Attr {
		switch attr.Name.Local {
		case "width":
			w = lengthSVG(attr.Value)
		case "height":
			h = lengthSVG(attr.Value)
		case "viewBox":
			box = viewBox(attr.Value)
		}
	}
	switch {
	case w > 0 && h > 0:
	case box[0] <= 0 || box[1] <= 0:
		return 0, 0, nil
	case w > 0:
		h = w * box[1] / box[0]
	case h > 0:
		w = h * box[0] / box[1]
	default:
		w, h = box[0], box[1]
	}
	return pixels(w), pixels(h), nil
}

// units are how many pixels (1/96 inch) the units of CSS have.
var units = []struct {
	name   string
	pixels float64
}{
	{"px", 1}, {"pt", 96.0 / 72}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"", 1},
}

// lengthSVG returns a length in pixels, or 0 where it is relative or nonsense.
func lengthSVG(s string) float64 {
	s = strings.TrimSpace(s)
	for _, unit := range units {
		if number, found := strings.CutSuffix(s, unit.name); found {
			value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
				return 0
			}
			return value * unit.pixels
		}
	}
	return 0
}

func viewBox(s string) (size [2]float64) {
	fields := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' })
	if len(fields) != 4 {
		return size
	}
	return [2]float64{lengthSVG(fields[2]), lengthSVG(fields[3])}
}

// pixels rounds a length; absurd ones become the largest that browsers know.
func pixels(f float64) int {
	return max(1, int(math.Min(math.Round(f), 1<<24)))
}
