// Package frontmatter decodes the block above an article's text: YAML, TOML or
// JSON, into one typed value with the place of each part. It is the only user
// of adrg/frontmatter.
package frontmatter
