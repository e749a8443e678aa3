package serve

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// hosts are the names under which a preview may be asked. A page of the web
// whose name suddenly leads to this machine (DNS rebinding) would otherwise
// read drafts and embargoed reports. It cannot do so under an address in
// numbers: those lead where they say.
type hosts struct {
	own   []string // names that were allowed
	bound net.Addr
}

// allowed judges the Host header of a request.
func (h hosts) allowed(header string) bool {
	name := header
	if host, _, err := net.SplitHostPort(header); err == nil {
		name = host
	}
	name = strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	if slices.ContainsFunc(h.own, func(own string) bool { return strings.EqualFold(own, name) }) {
		return true
	}
	address, err := netip.ParseAddr(name)
	return err == nil && (address.IsLoopback() || h.isBound(address))
}

// isBound reports whether the preview listens at an address.
func (h hosts) isBound(address netip.Addr) bool {
	bound, err := netip.ParseAddrPort(h.bound.String())
	return err == nil && (bound.Addr().IsUnspecified() || bound.Addr().Unmap() == address.Unmap())
}

// refuse answers who came under a name that is not ours.
func (s *stage) refuse(w http.ResponseWriter, r *http.Request) {
	text := s.say("Diese Vorschau antwortet nicht unter dem Namen „%s“.\nSoll sie es: stadtbote serve --host %s\n",
		"This preview does not answer under the name “%s”.\nIf it should: stadtbote serve --host %s\n")
	name := r.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	text = strings.ReplaceAll(text, "%s", harmless(name))
	http.Error(w, text, http.StatusMisdirectedRequest)
}

// harmless leaves of a name what names are made of.
func harmless(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return '?'
	}, name)
}
