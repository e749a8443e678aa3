package layout

import "strings"

// Plain returns all that a story says, in reading order, for those who look for
// words. Blocks end with a line feed.
func (s *Story) Plain() string {
	var p transcript
	p.line(s.Head.Place, s.Head.PlaceDetail, strings.Join(s.Head.MorePlaces, "\n"), s.Head.Plate, s.Head.Date, s.Head.Flag)
	p.runs(s.Head.Kicker, s.Head.Headline, s.Head.Subtitle, s.Head.Teaser)
	p.blocks(s.Body)
	for _, note := range s.Notes {
		p.blocks(note.Blocks)
	}
	for _, record := range s.Records {
		p.line(record.Label, record.Alt)
		p.runs(record.Text)
	}
	p.line(s.Frame.Name, s.Frame.Title, s.Frame.Footer)
	return p.String()
}

// transcript collects the words of a story.
type transcript struct{ strings.Builder }

func (p *transcript) line(texts ...string) {
	for _, text := range texts {
		p.WriteString(text)
		p.WriteByte('\n')
	}
}

func (p *transcript) runs(lines ...[]Run) {
	for _, line := range lines {
		for _, run := range line {
			p.WriteString(run.Text)
		}
		p.WriteByte('\n')
		for _, run := range line {
			if run.URL != "" || run.Expand != "" {
				p.line(run.URL, run.Expand)
			}
		}
	}
}

func (p *transcript) blocks(blocks []Block) {
	for _, block := range blocks {
		p.block(block)
	}
}

func (p *transcript) block(block Block) {
	switch b := block.(type) {
	case Paragraph:
		p.runs(b.Text)
	case Heading:
		p.runs(b.Text)
	case List:
		for _, item := range b.Items {
			p.blocks(item.Blocks)
		}
	case Quote:
		p.blocks(b.Blocks)
		p.runs(b.Source)
	case Box:
		p.line(b.Label)
		p.blocks(b.Blocks)
	case Figure:
		p.line(b.Alt)
		p.runs(b.Caption, b.Credit)
	case Table:
		p.table(b)
	case Code:
		p.line(b.Text)
	case Definitions:
		for _, item := range b.Items {
			p.runs(item.Term)
			p.blocks(item.Blocks)
		}
	}
}

func (p *transcript) table(t Table) {
	p.runs(t.Caption)
	for _, cell := range t.Head {
		p.runs(cell)
	}
	for _, row := range t.Rows {
		for _, cell := range row {
			p.runs(cell)
		}
	}
}
