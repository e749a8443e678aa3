package diag

// siteEntries are SB3xx: the site as a whole: addresses, links, tags.
var siteEntries = []Entry{}
