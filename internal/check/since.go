package check

// Before is the state that was published last.
type Before struct{}

type easy struct{}
