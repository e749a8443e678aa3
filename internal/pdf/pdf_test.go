package pdf_test

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	m := picture(t)
	os.WriteFile("/tmp/vp/rich.pdf", write(t, rich(t), info(), m), 0o644)
	os.WriteFile("/tmp/vp/rich2.pdf", write(t, rich(t), ua2(), m), 0o644)
	os.WriteFile("/tmp/vp/rich3.pdf", write(t, rich(t), withSource(info()), m), 0o644)
}
