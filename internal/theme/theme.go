// Package theme joins a site's own templates with the embedded ones and
// executes them. A mistake in a template is a finding with file and line.
package theme
