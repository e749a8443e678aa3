package serve

import (
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
)

// budget is how many bytes of finished files are kept.
const budget = 16 << 20

// keyOf names a file with everything that it is made from.
func keyOf(file output.File) digest.Sum {
	var b digest.Builder
	b.Text(file.Path)
	for _, in := range file.Named() {
		b.Text(in.Name)
		b.Sum(in.Sum)
	}
	return b.Name()
}
