package diag

// sourceEntries are SB0xx: files and folders as they lie on disk.
var sourceEntries = []Entry{}
