package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// patience is how long a script waits for what a running program does.
const patience = 20 * time.Second

// freePort is a port that nothing listens at, for scripts to use as $PORT.
func freePort() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return strconv.Itoa(listener.Addr().(*net.TCPAddr).Port), nil
}

// await waits until a file, or what http:// gives, matches: await NAME REGEXP.
// With ! it waits until it does not.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: await NAME REGEXP")
	}
	pattern, err := regexp.Compile("(?m)" + args[1])
	ts.Check(err)
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		text, err := contents(ts, args[0])
		if err == nil && pattern.Match(text) != neg {
			return
		}
		if time.Since(start) > patience {
			ts.Fatalf("%s never was so: %v\n%s", args[0], err, text)
		}
	}
}

func contents(ts *testscript.TestScript, name string) ([]byte, error) {
	if !regexp.MustCompile(`^https?://`).MatchString(name) {
		return os.ReadFile(ts.MkAbs(name))
	}
	response, err := http.Get(name)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(response.Body)
}
