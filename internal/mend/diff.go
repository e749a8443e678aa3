package mend

import (
	"fmt"
	"io"
	"strings"
)

// Diff writes what changes as a unified diff, which patch and people read.
// Line endings are not shown.
func (c Change) Diff(w io.Writer) error {
	was, is := lines(c.Before), lines(c.After)
	if _, err := fmt.Fprintf(w, "--- %s\n+++ %s\n", c.Path, c.Path); err != nil {
		return err
	}
	for _, h := range hunks(script(was, is)) {
		if err := h.write(w); err != nil {
			return err
		}
	}
	return nil
}

func lines(text []byte) []string {
	return strings.Split(strings.TrimSuffix(string(plain(text)), "\n"), "\n")
}

// step is a line of a diff: ' ' for one that stays, '-' or '+'.
type step struct {
	sign     byte
	text     string
	was, now int // its number in the old and in the new text, from 1
}

// script returns the lines of both texts in order. Where they differ, it goes
// on with the next lines that are equal, the nearest first.
func script(was, is []string) []step {
	var steps []step
	i, j := 0, 0
	for i < len(was) || j < len(is) {
		if i < len(was) && j < len(is) && was[i] == is[j] {
			steps = append(steps, step{' ', was[i], i + 1, j + 1})
			i, j = i+1, j+1
			continue
		}
		down, right := meeting(was[i:], is[j:])
		for range down {
			steps = append(steps, step{'-', was[i], i + 1, j + 1})
			i++
		}
		for range right {
			steps = append(steps, step{'+', is[j], i + 1, j + 1})
			j++
		}
	}
	return steps
}

// meeting returns how many lines of each text stand before the next that are
// equal.
func meeting(was, is []string) (down, right int) {
	for sum := 1; sum <= len(was)+len(is); sum++ {
		for down := max(0, sum-len(is)); down <= min(sum, len(was)); down++ {
			right := sum - down
			if down < len(was) && right < len(is) && was[down] == is[right] {
				return down, right
			}
		}
	}
	return len(was), len(is)
}

// around is how many lines stay around a change.
const around = 3

// hunk is a part of a diff.
type hunk []step

// hunks cuts a script into parts that change something.
func hunks(steps []step) []hunk {
	var all []hunk
	from, to := -1, -1
	for i, s := range steps {
		if s.sign == ' ' {
			continue
		}
		if from >= 0 && i-around > to {
			all = append(all, steps[from:to])
			from = -1
		}
		if from < 0 {
			from = max(0, i-around)
		}
		to = min(len(steps), i+1+around)
	}
	if from >= 0 {
		all = append(all, steps[from:to])
	}
	return all
}

func (h hunk) write(w io.Writer) error {
	was, now := 0, 0
	for _, s := range h {
		if s.sign != '+' {
			was++
		}
		if s.sign != '-' {
			now++
		}
	}
	if _, err := fmt.Fprintf(w, "@@ -%d,%d +%d,%d @@\n", h[0].was, was, h[0].now, now); err != nil {
		return err
	}
	for _, s := range h {
		if _, err := fmt.Fprintf(w, "%c%s\n", s.sign, s.text); err != nil {
			return err
		}
	}
	return nil
}
