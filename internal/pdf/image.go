package pdf

// Image is a picture ready to be embedded. It never changes and can be used in
// many files and by many goroutines.
type Image struct {
	Width, Height int // pixels
}

func (d *document) writeImages() []byte { return nil }
