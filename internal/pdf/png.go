package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	stdpng "image/png"
	"io"

	"github.com/klauspost/compress/zlib"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// png is what is gathered from a PNG file (ISO/IEC 15948).
type png struct {
	width, height   int
	depth, kind     byte // bits a sample; 0 grey, 2 RGB, 3 palette, 4 and 6 with alpha
	interlaced      bool
	palette, trans  []byte
	profile, pixels []byte // pixels: all IDAT chunks, one zlib stream
	srgb            bool
}

// newPNG embeds the pixels as they are compressed: PDF's Flate filter has the
// predictors of PNG (ISO 32000-1, 7.4.4.4). Pictures with transparency or
// interlacing, which PDF stores otherwise, are decoded.
func newPNG(data []byte) (*Image, error) {
	var p png
	if err := p.read(data[len(pngSignature):]); err != nil {
		return nil, fmt.Errorf("PNG: %w", err)
	}
	if p.kind >= 4 || p.trans != nil || p.interlaced {
		return p.decode(data)
	}
	if err := p.verify(); err != nil {
		return nil, fmt.Errorf("PNG: %w", err)
	}
	colors := 1
	if p.kind == 2 {
		colors = 3
	}
	m := &Image{Width: p.width, Height: p.height, data: p.pixels}
	m.dict = dimensions(p.width, p.height, int(p.depth)) + string(predictor(p.width, colors, int(p.depth)))
	if p.kind == 3 {
		m.palette = p.palette
	} else {
		m.setSpace(colors, p.profile)
	}
	return m, nil
}

// predictor is the Filter of data whose rows are filtered as in PNG.
func predictor(width, colors, depth int) []byte {
	b := appendEntry(nil, "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ", colors)
	b = appendEntry(b, "/BitsPerComponent ", depth)
	return append(appendEntry(b, "/Columns ", width), ">>"...)
}

// read walks through the chunks.
func (p *png) read(data []byte) error {
	first := true
	for {
		if len(data) < 12 {
			return ErrTruncated
		}
		length := int64(binary.BigEndian.Uint32(data))
		if length > int64(len(data)-12) {
			return ErrTruncated
		}
		name, body := string(data[4:8]), data[8:8+length]
		if binary.BigEndian.Uint32(data[8+length:]) != crc32.ChecksumIEEE(data[4:8+length]) {
			return fmt.Errorf("%w: checksum of chunk %q", ErrBroken, name)
		}
		if first != (name == "IHDR") {
			return ErrBroken
		}
		first = false
		if name == "IEND" {
			return p.complete()
		}
		if err := p.chunk(name, body); err != nil {
			return err
		}
		data = data[12+length:]
	}
}

func (p *png) chunk(name string, body []byte) error {
	switch name {
	case "IHDR":
		return p.header(body)
	case "PLTE":
		p.palette = body
	case "tRNS":
		p.trans = body
	case "IDAT":
		p.pixels = append(p.pixels, body...)
	case "sRGB":
		p.srgb = true
	case "iCCP":
		p.readProfile(body)
	}
	return nil
}

func (p *png) header(body []byte) error {
	if len(body) != 13 {
		return ErrBroken
	}
	width, height := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
	if width > 1<<30 || height > 1<<30 {
		return ErrTooLarge
	}
	p.width, p.height = int(width), int(height)
	p.depth, p.kind, p.interlaced = body[8], body[9], body[12] != 0
	if err := checkSize(p.width, p.height); err != nil {
		return err
	}
	// The depths that ISO/IEC 15948, Table 11.1 allows for each colour type.
	depths := [...]string{0: "\x01\x02\x04\x08\x10", 2: "\x08\x10", 3: "\x01\x02\x04\x08", 4: "\x08\x10", 6: "\x08\x10"}
	if int(p.kind) >= len(depths) || bytes.IndexByte([]byte(depths[p.kind]), p.depth) < 0 {
		return ErrBroken
	}
	return nil
}

// complete checks what the chunks are together.
func (p *png) complete() error {
	switch {
	case len(p.pixels) == 0:
		return ErrTruncated
	case p.kind == 3 && (len(p.palette) == 0 || len(p.palette)%3 != 0 || len(p.palette) > 3<<p.depth):
		return fmt.Errorf("%w: palette", ErrBroken)
	}
	return nil
}

// readProfile unpacks an ICC profile; a damaged one is left out.
func (p *png) readProfile(body []byte) {
	_, rest, ok := bytes.Cut(body, []byte{0})
	if !ok || len(rest) < 2 || rest[0] != 0 {
		return
	}
	zr, err := zlib.NewReader(bytes.NewReader(rest[1:]))
	if err != nil {
		return
	}
	profile, err := io.ReadAll(io.LimitReader(zr, maxProfile+1))
	if err == nil {
		p.profile = profile
	}
}

// verify unpacks the pixels once: a picture that a viewer cannot show must not
// be embedded.
func (p *png) verify() error {
	zr, err := zlib.NewReader(bytes.NewReader(p.pixels))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	samples := 1
	if p.kind == 2 {
		samples = 3
	}
	row := make([]byte, 1+(int64(p.width)*int64(samples)*int64(p.depth)+7)/8)
	for range p.height {
		if _, err := io.ReadFull(zr, row); err != nil {
			return unpacking(err)
		}
		if row[0] > 4 {
			return fmt.Errorf("%w: filter of a row", ErrBroken)
		}
	}
	if n, err := zr.Read(row); n != 0 || !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: more pixels than rows", ErrBroken)
	}
	return nil
}

// unpacking tells data that ends early from data that is wrong.
func unpacking(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return ErrTruncated
	}
	return fmt.Errorf("%w: %w", ErrBroken, err)
}

// decode unpacks what PDF stores in another way.
func (p *png) decode(data []byte) (*Image, error) {
	decoded, err := stdpng.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("PNG: %w", unpacking(err))
	}
	m, err := Raster(decoded)
	if err != nil {
		return nil, fmt.Errorf("PNG: %w", err)
	}
	if m.space == "/DeviceRGB" && usable(p.profile, "RGB ") {
		m.setSpace(3, p.profile)
	}
	return m, nil
}
