// Package view holds the plain structs that templates see, and nothing that
// reaches out. Field comments become docs/templates.md.
package view
