package config

import (
	"errors"
	"fmt"
	"io/fs"

	"go.yaml.in/yaml/v3"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
)

// Load returns the configuration of the site in fsys, with all that is wrong
// with it. A site without a configuration has the default one. The result is
// never nil; with errors in the findings it is not fit for publishing.
func Load(fsys fs.FS) (*Config, diag.List) {
	c := Default()
	d := decoder{file: File, places: map[string]diag.Pos{}}
	text, err := fs.ReadFile(fsys, File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c, nil
	case err != nil:
		d.diags.Report(File, diag.Pos{}, diag.Unreadable, cause(err))
		return c, d.diags
	}
	root, ds := parse(File, text)
	d.diags = append(d.diags, ds...)
	if root != nil {
		d.value(root, c)
		d.check(c)
	}
	c.Digest = c.sum()
	return c, d.diags
}

// sum names a configuration by its values: remarks and order do not matter.
func (c Config) sum() digest.Sum {
	c.Digest, c.Check = digest.Sum{}, Check{} // what check thinks of a page does not change it
	return digest.String(fmt.Sprintf("%#v", c))
}

// cause returns an error of the file system without its path.
func cause(err error) string {
	if pathErr, ok := errors.AsType[*fs.PathError](err); ok {
		return pathErr.Err.Error()
	}
	return err.Error()
}

// maxText is the size in bytes above which a file is refused.
const maxText = 5 << 20

// parse returns the root of a YAML text; nil for one that is empty or broken.
func parse(file string, text []byte) (*yaml.Node, diag.List) {
	var ds diag.List
	if len(text) > maxText {
		ds.Report(file, diag.Pos{}, diag.TooLarge, fmt.Sprintf("%d MB", len(text)>>20), fmt.Sprintf("%d MB", maxText>>20))
		return nil, ds
	}
	text, bad := clean(text)
	if bad > 0 {
		ds.Report(file, diag.Pos{Line: bad, Col: 1}, diag.ConfigNotUTF8)
		return nil, ds
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, unread(file, text, err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return nil, nil
	}
	return doc.Content[0], nil
}
