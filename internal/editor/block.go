package editor

import (
	"bytes"
	"strconv"
	"strings"

	"stadtbote/internal/frontmatter"
)

// block is a table of YAML in the order in which people read it.
type block []pair

// pair is one entry of a block. Its value is a text, a number, a claim, a list
// of texts, a block or a list of blocks.
type pair struct {
	key   string
	value any
}

// with returns the block with one more entry, unless its value is empty.
func (b block) with(key string, value any) block {
	switch v := value.(type) {
	case string:
		if v == "" {
			return b
		}
	case []string:
		if len(v) == 0 {
			return b
		}
	}
	return append(b, pair{key, value})
}

// write writes the block, each line indented.
func (b block) write(out *bytes.Buffer, indent string) {
	for i, p := range b {
		if i > 0 || !strings.HasSuffix(out.String(), "- ") {
			out.WriteString(indent)
		}
		out.WriteString(p.key + ":")
		switch v := p.value.(type) {
		case string:
			out.WriteString(" " + frontmatter.Quoted(v) + "\n")
		case int:
			out.WriteString(" " + strconv.Itoa(v) + "\n")
		case bool:
			out.WriteString(" " + strconv.FormatBool(v) + "\n")
		case []string:
			quoted := make([]string, len(v))
			for i, text := range v {
				quoted[i] = frontmatter.Quoted(text)
			}
			out.WriteString(" [" + strings.Join(quoted, ", ") + "]\n")
		case block:
			out.WriteString("\n")
			v.write(out, indent+"  ")
		case []block:
			out.WriteString("\n")
			for _, item := range v {
				out.WriteString(indent + "  - ")
				item.write(out, indent+"    ")
			}
		}
	}
}
