package pdf_test

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	os.WriteFile("/tmp/vp/plain.pdf", write(t, plain(t), info()), 0o644)
	os.WriteFile("/tmp/vp/plain2.pdf", write(t, plain(t), ua2()), 0o644)
	i := info()
	i.Source = source()
	os.WriteFile("/tmp/vp/plain3.pdf", write(t, plain(t), i), 0o644)
}
