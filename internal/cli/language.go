package cli

import (
	"strconv"
	"strings"
)

// tongue is the language that people are spoken to in: "de" or "en".
type tongue string

const (
	german  tongue = "de"
	english tongue = "en"
)

// say returns the text in this language.
func (t tongue) say(de, en string) string {
	if t == english {
		return en
	}
	return de
}

// choose returns the language that --lang or the environment asks for. It is
// needed before the arguments are parsed: the help texts are written in it.
func choose(env Env) tongue {
	if value, given := langFlag(env.Args); given {
		return tongueOf(value)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value, _ := env.LookupEnv(name); value != "" {
			return tongueOf(value)
		}
	}
	return german
}

// langFlag returns the value of --lang, without judging it.
func langFlag(args []string) (value string, given bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1], true
		}
		if value, found := strings.CutPrefix(arg, "--lang="); found {
			return value, true
		}
	}
	return "", false
}

// tongueOf reads a locale like de_AT.UTF-8. Nobody's language (C, POSIX) is
// German, as the program's users are; every foreign one is English.
func tongueOf(locale string) tongue {
	name, _, _ := strings.Cut(strings.ToLower(locale), ".")
	name, _, _ = strings.Cut(name, "_")
	name, _, _ = strings.Cut(name, "-")
	switch name {
	case "", "c", "posix", "de":
		return german
	}
	return english
}

// count writes a number and what it counts: "1 Seite", "12.034 Seiten".
func (t tongue) count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return t.number(n) + " " + many
}

// number writes a number with its thousands set apart.
func (t tongue) number(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + t.say(".", ",") + s[at:]
	}
	return s
}

// decimal writes a number with one digit after the point.
func (t tongue) decimal(f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', 1, 64), ".", t.say(",", "."), 1)
}
