package pdf

import (
	"fmt"
	"iter"

	"stadtbote/internal/digest"
	tagged "stadtbote/internal/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/site"
)

// Store keeps what is costly to make. It may be used by many goroutines, and
// may forget.
type Store interface {
	Load(key digest.Sum) (data []byte, known bool)
	Save(key digest.Sum, data []byte)
}

// The largest picture on the sheet is 126.5 mm wide and 80 mm high. At 300
// pixels an inch, beyond which no printer and no eye sees more, these are:
const (
	paperWidth  = 1494
	paperHeight = 945
)

// paper is how pictures are scaled down for print.
func paper(width int) picture.Recipe { return picture.Recipe{Widths: []int{width}, Quality: 85} }

// onPaper is the version of a picture that is printed; false if the picture
// itself is, because it is hardly larger than that.
func onPaper(p *picture.Info) (picture.Version, bool) {
	if p == nil || !p.Pixels() || int64(p.Width)*int64(p.Height) > tagged.MaxPixels {
		return picture.Version{}, false
	}
	width, _ := picture.Fit(p.Width, p.Height, paperWidth, paperHeight)
	if 10*width >= 9*p.Width {
		return picture.Version{}, false
	}
	return paper(width).Versions(p)[0], true
}

// paperKey is the name of a version in a Store.
func paperKey(p *picture.Info, v picture.Version) digest.Sum {
	return digest.Join(p.Digest, paper(v.Width).Sum(), digest.String(fmt.Sprint("paper ", v.Type)))
}

// Keys returns the names under which a Store keeps what the PDF versions of a
// site show.
func Keys(s *site.Site) iter.Seq[digest.Sum] {
	return func(yield func(digest.Sum) bool) {
		for _, e := range s.Articles {
			for p := range shownPictures(e) {
				if v, smaller := onPaper(p); smaller && !yield(paperKey(p, v)) {
					return
				}
			}
		}
	}
}

// printed is a picture scaled down for print.
func (o *office) printed(p *picture.Info, v picture.Version) (*tagged.Image, error) {
	scaled, err := o.scaled(p, v)
	if err != nil {
		return nil, err
	}
	return prepare(&picture.Info{Path: p.Path, Type: v.Type, Width: v.Width, Height: v.Height}, scaled)
}

func (o *office) scaled(p *picture.Info, v picture.Version) ([]byte, error) {
	key := paperKey(p, v)
	if o.Store != nil {
		if data, known := o.Store.Load(key); known {
			return data, nil
		}
	}
	data, err := o.read(p.Path)
	if err != nil {
		return nil, err
	}
	defer o.room.Enter(p.Width * p.Height)()
	files, err := paper(v.Width).Make(p, data, []picture.Version{v})
	if err != nil {
		return nil, fmt.Errorf("scaling for print: %w", err)
	}
	if o.Store != nil {
		o.Store.Save(key, files[0])
	}
	return files[0], nil
}
