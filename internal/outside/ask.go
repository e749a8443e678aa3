package outside

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"stadtbote/internal/check"
)

// reply is what is worth knowing of an answer.
type reply struct {
	status   int
	location string
	wait     time.Duration // after which to ask again
}

func (r reply) code() string { return strconv.Itoa(r.status) }

// patient asks until it gets an answer that means something.
func (a Asker) patient(ctx context.Context, client *http.Client, address string) (r reply, err error) {
	for try := range tries {
		r, err = a.polite(ctx, client, address)
		if err == nil && r.status != http.StatusTooManyRequests && r.status < 500 || final(err) || try == tries-1 {
			break
		}
		if !sleep(ctx, max(a.Backoff<<try, min(r.wait, 15*a.Backoff))) {
			break
		}
	}
	return r, err
}

// polite asks by HEAD, and by GET if that is refused: some servers do not know
// HEAD, others tell lies about it.
func (a Asker) polite(ctx context.Context, client *http.Client, address string) (reply, error) {
	r, err := a.request(ctx, client, http.MethodHead, address)
	if err != nil || r.status < 400 || r.status == http.StatusTooManyRequests {
		return r, err
	}
	if r.status >= 500 && r.status != http.StatusNotImplemented {
		return r, nil
	}
	return a.request(ctx, client, http.MethodGet, address)
}

// request sends one question.
func (a Asker) request(ctx context.Context, client *http.Client, method, address string) (reply, error) {
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return reply{}, err
	}
	request.Header.Set("User-Agent", a.Agent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8")
	request.Header.Set("Accept-Language", "de,en;q=0.5")
	response, err := client.Do(request)
	if err != nil {
		return reply{}, err
	}
	defer response.Body.Close()                                       //nolint:errcheck // only read
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, 64<<10)) // so that the connection can be used again
	r := reply{status: response.StatusCode, location: response.Header.Get("Location")}
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 {
		r.wait = time.Duration(seconds) * time.Second
	}
	return r, nil
}

// final reports whether asking again would change nothing.
func final(err error) bool {
	if err == nil {
		return false
	}
	unknown, ok := errors.AsType[*net.DNSError](err)
	if ok && unknown.IsNotFound {
		return true
	}
	_, untrusted := errors.AsType[*tls.CertificateVerificationError](err)
	return untrusted || errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, context.Canceled)
}

// failure says what it means that nobody answered.
func failure(err error) check.Answer {
	if unknown, ok := errors.AsType[*net.DNSError](err); ok {
		if unknown.IsNotFound {
			return check.Answer{Verdict: check.Dead, Words: "DNS: no such host"}
		}
		return check.Answer{Verdict: check.Silent, Words: "DNS"}
	}
	if _, untrusted := errors.AsType[*tls.CertificateVerificationError](err); untrusted {
		return check.Answer{Verdict: check.Silent, Words: "TLS certificate"}
	}
	if late, ok := errors.AsType[net.Error](err); ok && late.Timeout() {
		return check.Answer{Verdict: check.Silent, Words: "timeout"}
	}
	return check.Answer{Verdict: check.Silent, Words: "no connection"}
}

// sleep waits, and reports whether it was left to.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
