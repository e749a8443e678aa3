// Package source finds and reads an author's files.
//
// It sees an fs.FS, never the machine: the command line decides which folder
// that is. Scan lists files without opening them; Read opens one and returns
// clean text (UTF-8, NFC, LF, no byte order mark) or says what is wrong with it.
//
// What a scan passes over in silence are only the files of editors, file
// managers and version control; everything else that is left out is reported.
package source

// File is one file as the scan found it. Equal Size and ModTime mean
// "unchanged" to a build, unless ModTime is too young to tell.
type File struct {
	Path    string // slash-separated, relative to the site's folder
	Size    int64  // bytes
	ModTime int64  // nanoseconds since 1970
}
