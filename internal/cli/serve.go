package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stadtbote/internal/build"
	"stadtbote/internal/diag"
	"stadtbote/internal/serve"
	"stadtbote/internal/watch"
)

// usualPort is where a preview is looked for.
const usualPort = 8181

// serveFlags are what the command "serve" can be told.
type serveFlags struct {
	buildFlags
	bind           string
	port           int
	hosts          []string
	open, navigate bool
	published      bool
}

func (a *app) serveCommand() *cobra.Command {
	f := serveFlags{buildFlags: buildFlags{format: oneOf{value: "text", allowed: diag.Formats()}}}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.say("Die Website beim Schreiben ansehen", "Look at the site while writing"),
		Long: a.say("Die Vorschau läuft auf diesem Rechner und schreibt keine Datei. Wer speichert, sieht die Seite neu, ohne\n"+
			"zu klicken. Entwürfe und Meldungen mit Sperrfrist sind zu sehen und gekennzeichnet. Solange etwas zu\n"+
			"berichtigen ist, steht es über der letzten guten Seite. Strg+C beendet die Vorschau.",
			"The preview runs on this computer and writes no file. Who saves sees the page anew, without a click.\n"+
				"Drafts and embargoed reports can be seen and are marked. As long as something is to be mended, it\n"+
				"stands above the last good page. Ctrl+C ends the preview."),
		Example: "  stadtbote serve --open\n  stadtbote serve --navigate --port 8080",
		Args:    a.arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.serve(cmd.Context(), f, cmd.Flags().Changed("port"))
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	a.sourceFlag(cmd, &f.source)
	flags.IntVarP(&f.port, "port", "p", usualPort, a.say("`PORT`, unter dem die Vorschau zu sehen ist; 0: irgendein freier", "`PORT` of the preview; 0: any free one"))
	flags.StringVar(&f.bind, "bind", "127.0.0.1", a.say("`ADRESSE` dieses Rechners; 0.0.0.0: auch von anderen Rechnern aus", "`ADDRESS` of this computer; 0.0.0.0: from other computers as well"))
	flags.StringSliceVar(&f.hosts, "host", nil, a.say("weiterer `NAME`, unter dem die Vorschau antwortet", "further `NAME` that the preview answers to"))
	flags.BoolVar(&f.open, "open", false, a.say("die Vorschau im Browser öffnen", "open the preview in the browser"))
	flags.BoolVar(&f.navigate, "navigate", false, a.say("den Browser zur geänderten Seite führen", "lead the browser to the page that changed"))
	flags.BoolVar(&f.published, "published", false, a.say("nur zeigen, was veröffentlicht würde: keine Entwürfe, keine Sperrfristen", "show only what would be published: no drafts, nothing embargoed"))
	flags.StringVar(&f.baseURL, "base-url", "", a.say("`ADRESSE` der Startseite statt der in stadtbote.yaml", "`ADDRESS` of the start page instead of that in stadtbote.yaml"))
	flags.Var(&f.now, "now", a.say("so tun, als wäre es dieses `DATUM` (2018-11-09, 9.11.2018, 2018-11-09T10:00)", "act as if it were this `DATE` (2018-11-09, 2018-11-09T10:00)"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("nur Befunde und Fehler zeigen", "show findings and errors only"))
	return cmd
}

// lastPort is the highest there is.
const lastPort = 1<<16 - 1

// reachable refuses what can be no address. An empty one, as of a variable that
// is not set, would show the drafts to everybody.
func (a *app) reachable(f serveFlags) error {
	switch {
	case f.port < 0 || f.port > lastPort:
		return said(fmt.Sprintf(a.say("--port: %d ist kein Port. Möglich ist 1 bis %d, oder 0 für irgendeinen freien.",
			"--port: %d is no port. Possible is 1 to %d, or 0 for any free one."), f.port, lastPort))
	case f.bind == "":
		return said(a.say("--bind braucht eine Adresse. Ohne --bind ist die Vorschau nur auf diesem Rechner zu sehen.",
			"--bind needs an address. Without --bind the preview can be seen on this computer only."))
	}
	return nil
}

func (a *app) serve(ctx context.Context, f serveFlags, chosen bool) error {
	if err := a.reachable(f); err != nil {
		return err
	}
	f.drafts, f.future = !f.published, !f.published
	options, err := a.options(f.buildFlags)
	if err != nil {
		return err
	}
	listener, err := a.listen(f, chosen)
	if err != nil {
		return err
	}
	h := host{app: a, flags: f, options: options, address: listener.Addr(), started: a.Now()}
	return serve.Run(ctx, listener, serve.Options{
		Build:    options,
		Fixed:    !f.now.IsZero(),
		Hosts:    f.hosts,
		Language: string(a.tongue),
		Navigate: f.navigate,
		Tell:     h.news,
	})
}

// listen opens the port. If it is taken, the next free one is named; where
// nobody chose a port, it is used.
func (a *app) listen(f serveFlags, chosen bool) (net.Listener, error) {
	listener, err := serve.Listen(f.bind, f.port)
	taken, ok := errors.AsType[*serve.TakenError](err)
	switch {
	case err == nil:
		return listener, nil
	case !ok:
		a.tell(diag.PortRefused, f.bind, f.port, cause(err))
		return nil, errTold
	case taken.Free == 0:
		a.tell(diag.PortsTaken, taken.Port)
		return nil, errTold
	case chosen:
		a.tell(diag.PortTaken, taken.Port, taken.Free)
		return nil, errTold
	}
	a.tell(diag.PortInstead, taken.Port, taken.Free)
	return serve.Listen(f.bind, taken.Free)
}

// tell shows people a finding that stands in no file.
func (a *app) tell(code diag.Code, args ...any) {
	p := diag.Printer{Language: string(a.tongue), Colour: a.colour()}
	_ = p.Print(a.Stderr, "text", diag.List{diag.New("", diag.Pos{}, code, args...)}) // who closed Stderr wants no words
}

// cause is the innermost reason of an error.
func cause(err error) error {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err
}

// host tells people in the terminal what their preview does.
type host struct {
	*app
	flags   serveFlags
	options build.Options
	address net.Addr
	started time.Time
	greeted bool
	told    string // the findings that stand in the terminal
}

func (h *host) news(n serve.News) {
	switch {
	case n.Polling != nil:
		h.polling(n.Polling)
	case n.Failure != nil:
		fmt.Fprintf(h.Stderr, "%s %v\n", h.say("Fehler:", "Error:"), n.Failure)
	default:
		h.planned(n)
	}
}

// polling tells that changes take longer to be noticed.
func (a *app) polling(why error) {
	if errors.Is(why, watch.ErrSilent) {
		a.tell(diag.WatchSilent)
		return
	}
	a.tell(diag.WatchLimit, cause(why))
}

// planned tells what a new plan found.
func (h *host) planned(n serve.News) {
	var text strings.Builder
	_ = h.printer(h.flags.buildFlags, h.options).Print(&text, "text", n.Diags) // a builder takes everything
	if text.String() != h.told {
		h.told = text.String()
		fmt.Fprint(h.Stderr, h.told)
		if h.told == "" && !h.flags.quiet {
			fmt.Fprintln(h.Stdout, h.say("Alles ist in Ordnung.", "Everything is in order."))
		}
	}
	if h.greeted {
		return
	}
	h.greeted = true
	address := h.url(n.Start)
	if !h.flags.quiet {
		fmt.Fprintf(h.Stdout, h.say("Vorschau: %s\n%s, bereit in %s s. Strg+C beendet sie.\n", "Preview: %s\n%s, ready in %s s. Ctrl+C ends it.\n"),
			address, h.count(n.Pages, h.say("Datei", "file"), h.say("Dateien", "files")), h.decimal(h.Now().Sub(h.started).Seconds()))
	}
	if h.flags.open {
		h.show(address)
	}
}

// url is where the preview's start page is.
func (h *host) url(start string) string {
	name, port, err := net.SplitHostPort(h.address.String())
	if err != nil {
		name, port = h.flags.bind, strconv.Itoa(h.flags.port)
	}
	if ip := net.ParseIP(name); ip != nil && ip.IsUnspecified() {
		name = "localhost"
	}
	return (&url.URL{Scheme: "http", Host: net.JoinHostPort(name, port), Path: start}).String()
}

// show opens an address in the user's browser.
func (h *host) show(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	browser := exec.Command(name, args...)
	if err := browser.Start(); err != nil {
		h.tell(diag.NoBrowser, err, address)
		return
	}
	go browser.Wait() //nolint:errcheck // how it ends is its own affair
}
