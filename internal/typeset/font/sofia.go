package font

import (
	_ "embed"
	"fmt"
)

// Sofia Sans, drawn for the city of Sofia, under the SIL Open Font License
// 1.1, see sofia/OFL.txt.
var (
	//go:embed sofia/regular.ttf
	sofiaRegular []byte
	//go:embed sofia/italic.ttf
	sofiaItalic []byte
	//go:embed sofia/bold.ttf
	sofiaBold []byte
	//go:embed sofia/head.ttf
	sofiaHead []byte

	// Signs, arrows, letters of the Noto fonts, and letters of equal width, under
	// the same licence, see spare/OFL.txt; spare/build.py makes the files.
	//go:embed spare/spare.ttf
	spareRegular []byte
	//go:embed spare/mono.ttf
	mono []byte
)

// Family is the faces that a document is set in.
type Family struct {
	Regular, Italic, Bold *Face
	Head                  *Face // narrow and heavy, for headlines
	Mono                  *Face // for program text
	Spare                 *Face // for characters that the others lack
}

// Sofia is the family that comes with the program.
func Sofia() (Family, error) {
	return ParseFamily(sofiaRegular, sofiaItalic, sofiaBold, sofiaHead)
}

// leastKern is the smallest kerning that text sizes show, in thousandths of the
// em: at 10.5 points less is half a dot of a printer with 300 dots an inch. It
// would make up a seventh of the text of a file. Headlines keep theirs.
const leastKern = 12

// ParseFamily reads the four faces of a family. Mono and Spare are those that
// come with the program.
func ParseFamily(regular, italic, bold, head []byte) (Family, error) {
	var f Family
	for _, p := range []struct {
		name string
		data []byte
		face **Face
	}{
		{"regular", regular, &f.Regular},
		{"italic", italic, &f.Italic},
		{"bold", bold, &f.Bold},
		{"head", head, &f.Head},
		{"mono", mono, &f.Mono},
		{"spare", spareRegular, &f.Spare},
	} {
		face, err := Parse(p.data)
		if err != nil {
			return Family{}, fmt.Errorf("reading the %s font: %w", p.name, err)
		}
		*p.face = face
	}
	for _, face := range []*Face{f.Regular, f.Italic, f.Bold} {
		face.kern.least = leastKern
	}
	return f, nil
}
