package diag

// publishEntries are SB6xx: the output folder.
var publishEntries = []Entry{}
