package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"stadtbote/internal/article"
	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/output/pdf"
	"stadtbote/internal/picture"
	"stadtbote/internal/source"
)

// readers brings the sources up to date.
type readers struct {
	fsys   fs.FS
	rules  article.Rules
	seen   *sight
	bodies *bodies
	room   *picture.Room
	// fonts tell which characters PDF versions cannot show; nil without PDFs.
	fonts *pdf.Fonts
}

// read returns what is known of every file that was seen: taken over from
// before where the file looks untouched, read anew where not.
func (r *readers) read(ctx context.Context, before *sources, o *Options) (*sources, error) {
	rules := nameOf(r.rules)
	if r.fonts != nil {
		rules = digest.Join(rules, r.fonts.Sum())
	}
	now := &sources{rules: rules, files: make([]known, 0, len(r.seen.roots[contentRoot].files)+len(r.seen.roots[staticRoot].files))}
	var old []*known // of those to be read
	var todo []int
	rest := before.files
	for _, file := range slices.Concat(r.seen.roots[contentRoot].files, r.seen.roots[staticRoot].files) {
		for len(rest) > 0 && rest[0].Path < file.Path {
			rest = rest[1:]
		}
		var was *known
		if len(rest) > 0 && rest[0].Path == file.Path && (rest[0].article == nil && rest[0].picture == nil || before.rules == rules) {
			was = &rest[0]
		}
		if was != nil && was.File == file && !was.young {
			now.files = append(now.files, *was)
			continue
		}
		todo = append(todo, len(now.files))
		old = append(old, was)
		now.files = append(now.files, known{File: file})
	}
	now.fresh = before.fresh || len(todo) > 0 || len(now.files) != len(before.files) || rules != before.rules
	return now, r.readAll(ctx, now.files, todo, old, o)
}

// readAll reads the files named by todo; old is what was known of each.
func (r *readers) readAll(ctx context.Context, files []known, todo []int, old []*known, o *Options) error {
	progress := o.progress(Reading, len(todo))
	return each(ctx, o.jobs(), len(todo), func(i int) error {
		k := &files[todo[i]]
		err := r.one(k, old[i])
		progress.one()
		if errors.Is(err, fs.ErrNotExist) {
			return &output.ChangedError{Path: k.Path}
		}
		return err
	})
}

// one reads one file. What was known of it holds if its content is the same.
func (r *readers) one(k, was *known) error {
	k.young = r.seen.isYoung(k.ModTime)
	if _, is := article.KindOf(k.Path); is {
		return r.article(k, was)
	}
	if picture.Known(k.Path) {
		return r.picture(k, was)
	}
	file, err := r.fsys.Open(k.Path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", k.Path, err)
	}
	defer file.Close() //nolint:errcheck // only read
	if k.sum, err = digest.Reader(file); err != nil {
		return fmt.Errorf("reading %s: %w", k.Path, err)
	}
	return nil
}

// article reads and parses an article.
func (r *readers) article(k, was *known) error {
	text, ds, err := source.Read(r.fsys, k.Path)
	if err != nil {
		return err
	}
	if text == nil {
		k.article = article.Unreadable(k.Path, ds)
		return nil
	}
	if was != nil && was.article != nil && len(ds) == 0 && len(was.article.Diags) == 0 && was.article.Source == digest.Bytes(text) {
		k.article = was.article
		return nil
	}
	a := article.Parse(k.Path, text, r.rules)
	a.Diags = append(ds, a.Diags...)
	if r.fonts != nil && a.Kind == article.Report && !a.Broken {
		a.Diags = append(a.Diags, r.fonts.Findings(k.Path, text)...)
	}
	r.bodies.keep(a)
	k.article = a
	return nil
}

// picture looks at a picture. One that cannot be read is known as such: it
// matters only where an article shows it.
func (r *readers) picture(k, was *known) error {
	k.picture = &picture.Info{Path: k.Path}
	file, err := r.fsys.Open(k.Path)
	if errors.Is(err, fs.ErrPermission) {
		k.fault, k.trouble = diag.BadPicture, reason(err)
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", k.Path, err)
	}
	defer file.Close() //nolint:errcheck // only read
	content, err := io.ReadAll(io.LimitReader(file, picture.MaxSize+1))
	if err != nil {
		return fmt.Errorf("reading %s: %w", k.Path, err)
	}
	if was != nil && was.picture != nil && was.picture.Digest == digest.Bytes(content) {
		k.picture, k.flaw = was.picture, was.flaw // decoding takes its time
		return nil
	}
	info, err := r.room.Read(k.Path, bytes.NewReader(content))
	if k.fault = faultOf(err); k.fault != "" {
		k.trouble = reason(err)
		return nil
	}
	*k.picture = info
	if err == nil && r.fonts != nil {
		k.flaw = pdf.Flaw(k.picture, content)
	}
	return err
}

// faultOf returns what an author has to mend of a picture; "" for errors of the
// machine.
func faultOf(err error) diag.Code {
	switch {
	case errors.Is(err, picture.ErrForeign):
		return diag.PictureForeign
	case errors.Is(err, picture.ErrPixels):
		return diag.PictureHuge
	case errors.Is(err, picture.ErrScript):
		return diag.PictureActive
	case errors.Is(err, picture.ErrType), errors.Is(err, picture.ErrTooLarge), errors.Is(err, picture.ErrDamaged), errors.Is(err, picture.ErrWrongType):
		return diag.BadPicture
	}
	return ""
}

// reason is an error without the path that Go puts before it.
func reason(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}

// nameOf names the rules by which articles are read.
func nameOf(rules article.Rules) digest.Sum {
	return digest.String(fmt.Sprintf("%+v", rules))
}

// findings returns what is wrong with the single files. A picture that cannot
// be read is worth a warning; if an article shows it, the site adds the error.
func (s *sources) findings() diag.List {
	var ds diag.List
	for i := range s.files {
		k := &s.files[i]
		switch {
		case k.article != nil:
			ds = append(ds, k.article.Diags...)
		case article.IsText(k.Path) && strings.HasPrefix(k.Path, "content/"):
			ds.Report(k.Path, diag.Pos{}, diag.StrayFile, k.Path)
		case k.trouble != "" && strings.HasPrefix(k.Path, "content/"):
			d := diag.New(k.Path, diag.Pos{}, k.fault, k.trouble)
			d.Severity = diag.Warning
			ds = append(ds, d)
		case k.flaw != "":
			ds.Report(k.Path, diag.Pos{}, diag.PictureFlaw, k.Path, k.flaw)
		}
	}
	return ds
}

func asChanged(err error) (*output.ChangedError, bool) {
	return errors.AsType[*output.ChangedError](err)
}
