package page

import "testing"

func TestMillimetresAreRounded(t *testing.T) {
	for _, c := range []struct {
		hundredths int64
		want       Unit
	}{{0, 0}, {2540, Inch}, {21000, A4Width}, {29700, A4Height}, {1, 28}, {-1, -28}, {6350, 180 * Point}} {
		if got := Millimetres(c.hundredths); got != c.want {
			t.Errorf("%d hundredths: %d, want %d", c.hundredths, got, c.want)
		}
	}
}

func TestKidsAreReadInTheOrderOfTheirAttaching(t *testing.T) {
	var d Document
	root := d.Add(0, Root)
	late := d.New(Paragraph)
	first, second := d.Add(root, H1), d.Add(root, List)
	d.Attach(root, late)
	var got []int32
	for k := d.Nodes[root].First; k != 0; k = d.Nodes[k].Next {
		got = append(got, k)
	}
	if len(got) != 3 || got[0] != first || got[1] != second || got[2] != late {
		t.Errorf("%v, want %v", got, []int32{first, second, late})
	}
	d.Attr(late).Title = "x"
	if d.Attr(late).Title != "x" || d.Nodes[first].Attr != 0 {
		t.Errorf("attributes: %+v", d.Attrs)
	}
}

func TestColorsHaveComponents(t *testing.T) {
	if r, g, b := RGB(0x123f94).Components(); r != 0x12 || g != 0x3f || b != 0x94 {
		t.Errorf("%x %x %x", r, g, b)
	}
	if RGB(0) == 0 {
		t.Error("black draws nothing")
	}
}
