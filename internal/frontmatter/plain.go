package frontmatter

// plain reads a block in the simple subset of YAML.
func plain(block) (node, bool) { return node{}, false }
