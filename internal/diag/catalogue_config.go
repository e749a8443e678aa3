package diag

// configEntries are SB4xx: stadtbote.yaml and data/.
var configEntries = []Entry{}
