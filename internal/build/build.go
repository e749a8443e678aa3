// Package build makes again only what has to be made again, and says why.
package build
