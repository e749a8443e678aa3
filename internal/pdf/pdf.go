// Package pdf writes tagged PDF files: documents that a screen reader reads as
// well as an eye does, and that an archive can keep.
//
// It turns finished pages (package page) into bytes and decides nothing about
// how they look. A file conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
// 19005-2) at once, with the source text embedded to PDF/A-3a; or, as the
// second generation, to PDF/UA-2 (ISO 14289-2), Well-Tagged PDF 1.0 and
// PDF/A-4f (ISO 19005-4). See Profile.
//
// Nouns:
//
//   - A Press makes files. It is shared by all goroutines and holds what files
//     have in common, already compressed.
//   - Info is what a file says of itself: title, language, dates, standards.
//   - An Image is a JPEG or PNG picture, read once, embedded in any number of
//     files: JPEG data as it is, PNG data as it is where that can be.
//   - A document is one file in the making, a file its lowest layer: numbered
//     objects, object streams, the cross-reference stream.
//
// Rules:
//
//   - Equal arguments give equal bytes, on every processor: there are no
//     floats, no clock, and no order of a map.
//   - All that a page shows is either content of the structure or an artifact;
//     a third does not exist (ISO 14289-1, 7.1).
//   - Numbers of marked content, parent tree, IDs and references between
//     elements are this package's business; no caller sees them.
//   - What no conforming file can hold is refused (Press.Write), not mended.
//
// Package pdfcheck reads such files back and judges them.
package pdf
