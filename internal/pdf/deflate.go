package pdf

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/zlib"

	"stadtbote/internal/pack"
)

// level is the level of compression of large and rare streams: 6 of
// klauspost/compress is twice as fast as the standard library's 6 and a percent
// larger. The small streams that all files have go through package pack.
const level = 6

// Press makes files. It keeps what files share, so that a thousand small files
// cost little: buffers, compressors, subsets of fonts. The zero value is ready;
// one Press may be used by many goroutines.
type Press struct {
	deflaters sync.Pool // of *deflater
	files     sync.Pool // of *file
	cases     sync.Map  // from *font.Face to *typecase
	once      sync.Once
	shared    shared
}

// shared is what all files have in common.
type shared struct {
	srgb    []byte // the ICC profile of the output intent, deflated
	oneByte []byte // the CMap of composite fonts with at most 255 glyphs, deflated

	caseUnicode []byte // the ToUnicode of simple fonts, deflated

	opening *pack.Opening // of the metadata

	contents, glyphs, charmaps, objects, metadata, entries *pack.Table
}

// parts returns the shared streams; the first call makes them.
func (p *Press) parts() *shared {
	p.once.Do(func() {
		p.shared.srgb = p.deflate(nil, srgbProfile())
		p.shared.oneByte = p.deflate(nil, []byte(oneByteCMap))
		p.shared.caseUnicode = p.deflate(nil, caseToUnicode())
		p.shared.contents = pack.New(contentsCodes)
		p.shared.glyphs = pack.New(glyphsCodes)
		p.shared.objects = pack.New(objectsCodes)
		p.shared.metadata = pack.New(metadataCodes)
		p.shared.opening = p.shared.metadata.Opening([]byte(xmpOpening))
		p.shared.charmaps = pack.New(charmapsCodes)
		p.shared.entries = pack.New(entriesCodes)
	})
	return &p.shared
}

// deflater is a zlib writer that can be used again.
type deflater struct {
	zw  *zlib.Writer
	out bytes.Buffer
}

// deflate appends data as a zlib stream (ISO 32000-1, 7.4.4) to b.
func (p *Press) deflate(b, data []byte) []byte {
	d, ok := p.deflaters.Get().(*deflater)
	if !ok {
		d = new(deflater)
		d.zw, _ = zlib.NewWriterLevel(&d.out, level) // the level is a valid constant
	}
	d.out.Reset()
	d.zw.Reset(&d.out)
	_, _ = d.zw.Write(data) // a bytes.Buffer never fails
	_ = d.zw.Close()
	b = append(b, d.out.Bytes()...)
	p.deflaters.Put(d)
	return b
}
