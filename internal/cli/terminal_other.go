//go:build !windows

package cli

import "os"

// coloured reports whether a terminal can show colour.
func coloured(*os.File) bool { return true }
