package build

import (
	"bytes"
	"context"
	"strings"
	"sync"

	"stadtbote/internal/diag"
	"stadtbote/internal/digest"
	"stadtbote/internal/output"
	"stadtbote/internal/publish"
)

// Verify makes the site once more, from nothing and without the cache, and
// compares each file with the one in the output folder, byte for byte. It
// writes nothing. A finding names a file that differs, and which of the things
// that it is made from differ from those that the last build knew; files tells
// how many were compared.
func Verify(ctx context.Context, o Options) (files int, findings diag.List, err error) {
	folder, findings, err := publish.Open(publish.Place{Out: o.Out, Site: o.Folder, Cache: o.Cache})
	if err != nil || len(findings) > 0 {
		return 0, findings, err
	}
	v := &verification{Options: o, folder: folder, records: map[string]*record{}}
	if err := v.recall(); err != nil {
		return 0, nil, err
	}
	planned, err := Plan(ctx, v.Options, nil)
	if err != nil {
		return 0, nil, err
	}
	if v.plan = planned; planned.Stopped {
		return 0, append(planned.Diags, diag.New("", diag.Pos{}, diag.VerifyStopped)), nil
	}
	if err := v.compare(ctx); err != nil {
		return 0, nil, err
	}
	sortFindings(v.findings)
	return planned.Files.Len(), v.findings, nil
}

// verification is one run of Verify.
type verification struct {
	Options
	folder  *publish.Folder
	plan    *Planned
	records map[string]*record // what the last build noted, by path

	mu       sync.Mutex
	findings diag.List
}

// recall brings back what the last build noted.
func (v *verification) recall() error {
	kept, err := v.folder.Recall(manifestName)
	if err != nil {
		return err
	}
	if m := decodeManifest(kept, v.jobs()); m != nil {
		for i := range m.files {
			v.records[m.files[i].path] = &m.files[i]
		}
		for _, d := range m.diags {
			if v.SkipBroken && d.Code == diag.QuoteLeaks { // known only once all pages have been read
				v.leaky = append(v.leaky, d)
			}
		}
	}
	return nil
}

// compare looks at all files, and at those that should not be there.
func (v *verification) compare(ctx context.Context) error {
	files := &v.plan.Files
	err := each(ctx, v.jobs(), files.Len(), func(i int) error {
		var b bytes.Buffer
		if err := files.At(i).Make(&b); err != nil {
			return err
		}
		if _, same := v.folder.Holds(files.At(i).Path, b.Bytes()); !same {
			v.differs(files.At(i), b.Bytes())
		}
		return nil
	})
	if err != nil {
		return err
	}
	for path := range v.records {
		_, wanted := v.plan.File(path)
		if _, there := v.folder.Stat(path); there && !wanted {
			v.report(diag.VerifyExtra, path)
		}
	}
	return nil
}

// differs says why a file may not be as it should.
func (v *verification) differs(f *output.File, data []byte) {
	inputs, was := f.Named(), v.records[f.Path]
	if _, there := v.folder.Stat(f.Path); !there || was == nil {
		v.report(diag.VerifyMissing, f.Path)
		return
	}
	var b digest.Builder
	switch e := why(f, inputs, was, true); {
	case was.bytes == digest.Bytes(data):
		v.report(diag.VerifyTouched, f.Path)
	case len(e.Inputs) > 0:
		v.report(diag.VerifyInputs, f.Path, strings.Join(e.Inputs, ", "))
	case was.inputs != inputsOf(&b, v.Version, inputs):
		v.report(diag.VerifyInputs, f.Path, v.Version)
	default:
		v.report(diag.VerifyForgot, f.Path)
	}
}

func (v *verification) report(code diag.Code, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.findings.Report("", diag.Pos{}, code, args...)
}
