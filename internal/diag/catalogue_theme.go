package diag

// themeEntries are SB5xx: templates.
var themeEntries = []Entry{}
