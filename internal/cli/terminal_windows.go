package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// coloured makes a console obey colour codes and reports whether it does:
// those before Windows 10 cannot.
func coloured(file *os.File) bool {
	console := windows.Handle(file.Fd())
	var mode uint32
	if err := windows.GetConsoleMode(console, &mode); err != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
