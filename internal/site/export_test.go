package site

// Followed reports whether an assembly of in would follow the earlier site.
func Followed(in Input, before *Site) bool {
	in.Before = before
	return follow(in) != nil
}

// Uncounted returns a site without its counts of headlines, which say the same
// in more than one way.
func Uncounted(s *Site) *Site {
	plain := *s
	plain.titles = headlines{}
	return &plain
}
