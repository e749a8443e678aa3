package serve

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
)

// TakenError says that something else answers at a port.
type TakenError struct {
	Port int
	Free int // the next port where nothing answers; 0 if none was found
}

func (t *TakenError) Error() string { return fmt.Sprintf("port %d is taken", t.Port) }

// portsTried is how many ports are tried to find a free one.
const portsTried = 100

// lastPort is the highest there is.
const lastPort = 1<<16 - 1

// Listen opens a port of an address; port 0 is any free one. If the port is
// taken the error is a *TakenError.
func Listen(address string, port int) (net.Listener, error) {
	listener, err := listen(address, port)
	if !isTaken(err) {
		return listener, err
	}
	taken := &TakenError{Port: port}
	for next := port + 1; next <= min(port+portsTried, lastPort); next++ {
		if try, err := listen(address, next); err == nil {
			_ = try.Close() // only asked whether it can be had
			taken.Free = next
			break
		}
	}
	return nil, taken
}

func listen(address string, port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(address, strconv.Itoa(port)))
	if err != nil {
		return nil, fmt.Errorf("listening at %s, port %d: %w", address, port, err)
	}
	return listener, nil
}

// wsaTaken is how Windows says that a port is taken.
const wsaTaken = syscall.Errno(10048)

func isTaken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, wsaTaken)
}
