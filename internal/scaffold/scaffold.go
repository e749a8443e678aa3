// Package scaffold writes what "new" and "eject" leave in an editor's folder.
package scaffold
