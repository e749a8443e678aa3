package site

// Followed reports whether an assembly of in would follow the earlier site.
func Followed(in Input, before *Site) bool {
	in.Before = before
	return follow(in) != nil
}
