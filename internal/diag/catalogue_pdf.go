package diag

// pdfEntries are SB7xx: PDF documents.
var pdfEntries = []Entry{}
