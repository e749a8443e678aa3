package diag

// matterEntries are SB1xx: front matter.
var matterEntries = []Entry{}
