package diag

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Where there are very many findings, they are grouped by code, the gravest
// first. Of each code a few are written out, as different ones as there are,
// and the rest is counted. What a terminal shows last is an overview: how many
// of which kind, and where most of them are.

// shown is how many findings of a group are written out.
const shown = 3

// worst is how many files are named that have the most findings.
const worst = 5

type formatWords struct {
	cause, remedy string
	more          string // count, code
	inOne         string // all of a group are in the file shown last
	inMany        string // count of files
	often         string // what they are about most often
	total         string // count, count of files
	most          string // the files with the most findings
	all           string // where the rest is
}

var (
	germanWords = formatWords{
		"Grund:   ", "Abhilfe: ", "… und %s weitere dieser Art [%s]", ", alle in dieser Datei", ", insgesamt in %s Dateien", "am häufigsten: ",
		"%s Befunde, betroffene Dateien: %s", "Die meisten Befunde haben:", "Alle %s Befunde einzeln zeigt --all, für Programme --format json.",
	}
	englishWords = formatWords{
		"Cause:  ", "Remedy: ", "… and %s more of this kind [%s]", ", all in this file", ", in %s files altogether", "most often: ",
		"%s findings, files concerned: %s", "Most findings are in:", "--all shows all %s findings one by one, --format json for programs.",
	}
)

// groups writes very many findings.
func (t *texter) groups(l List) {
	byCode := map[Code]List{}
	for _, d := range l {
		byCode[d.Code] = append(byCode[d.Code], d)
	}
	codes := slices.SortedFunc(maps.Keys(byCode), func(a, b Code) int {
		return cmp.Or(cmp.Compare(byCode[a][0].Severity, byCode[b][0].Severity), strings.Compare(string(a), string(b)))
	})
	for _, code := range codes {
		t.group(byCode[code])
	}
	t.overview(l, codes, byCode)
	t.most(l)
	fmt.Fprintf(t.out, t.words.all+"\n\n", t.count(len(l)))
}

// group writes the findings of one code.
func (t *texter) group(l List) {
	if len(l) <= shown+1 { // "and 1 more" takes as much room as that one
		for _, d := range l {
			t.finding(d)
		}
		return
	}
	about := subjects(l)
	for _, d := range examples(l, about) {
		t.finding(d)
	}
	more := fmt.Sprintf(t.words.more, t.count(len(l)-shown), l[0].Code)
	switch files := filesIn(l); {
	case files > 1:
		more += fmt.Sprintf(t.words.inMany, t.count(files))
	case l[0].File != "":
		more += t.words.inOne
	}
	fmt.Fprintf(t.out, "%s.\n", t.paint(bold, more))
	if len(about) > 1 && about[0].count > 1 {
		var often []string
		for _, s := range about[:min(shown, len(about))] {
			if s.count > 1 {
				often = append(often, shorten(harmless(s.text))+" ("+t.count(s.count)+")")
			}
		}
		fmt.Fprintf(t.out, "  %s%s\n", t.paint(faint, t.words.often), strings.Join(often, ", "))
	}
	t.out.WriteByte('\n')
}

// subject is what findings of one code are about: an address, a word.
type subject struct {
	text  string
	count int
	first int // of the list
}

// subjects returns what the findings of a code are about, the commonest first:
// the first words that fill their message.
func subjects(l List) []subject {
	at := map[string]int{}
	var all []subject
	for i, d := range l {
		text := ""
		if len(d.Args) > 0 {
			text = d.Args[0]
		}
		n, known := at[text]
		if !known {
			n, at[text] = len(all), len(all)
			all = append(all, subject{text: text, first: i})
		}
		all[n].count++
	}
	slices.SortStableFunc(all, func(a, b subject) int { return cmp.Compare(b.count, a.count) })
	return all
}

// examples returns the findings to be written out: of the commonest subjects
// one each, and if there are not enough of those, the first ones.
func examples(l List, about []subject) List {
	picked := map[int]bool{}
	for _, s := range about[:min(shown, len(about))] {
		picked[s.first] = true
	}
	for i := 0; i < len(l) && len(picked) < shown; i++ {
		picked[i] = true
	}
	var some List
	for _, i := range slices.Sorted(maps.Keys(picked)) {
		some = append(some, l[i])
	}
	return some
}

// overview writes how many findings there are of which kind.
func (t *texter) overview(l List, codes []Code, byCode map[Code]List) {
	fmt.Fprintf(t.out, t.words.total+"\n", t.count(len(l)), t.count(filesIn(l)))
	width := len(t.count(len(l)))
	for _, code := range codes {
		of := byCode[code]
		severity := fmt.Sprintf("%-7s", of[0].Severity)
		fmt.Fprintf(t.out, "  %*s  %s  %s  %s\n", width, t.count(len(of)), t.paint(colours[of[0].Severity], severity), code, t.kind(code))
	}
	t.out.WriteByte('\n')
}

// kind returns what findings of a code say, in one short sentence.
func (t *texter) kind(code Code) string {
	entry, _ := Lookup(code)
	sentence, _, _ := strings.Cut(entry.In(t.Language).Open().Message, ". ")
	return strings.TrimSuffix(sentence, ".")
}

// filesIn counts the files that findings are in.
func filesIn(l List) int {
	files := map[string]bool{}
	for _, d := range l {
		files[d.File] = true
	}
	delete(files, "")
	return len(files)
}

// most names the files with the most findings, where there are such.
func (t *texter) most(l List) {
	counts := map[string]int{}
	for _, d := range l {
		counts[t.path(d)]++
	}
	delete(counts, "")
	files := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	if len(files) == 0 || counts[files[0]] <= shown {
		return
	}
	fmt.Fprintln(t.out, t.words.most)
	for _, file := range files[:min(worst, len(files))] {
		fmt.Fprintf(t.out, "  %s (%s)\n", file, t.count(counts[file]))
	}
	t.out.WriteByte('\n')
}
