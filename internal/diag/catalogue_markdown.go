package diag

// markdownEntries are SB2xx: the Markdown body.
var markdownEntries = []Entry{}
