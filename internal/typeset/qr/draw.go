package qr

// set draws a module that is not data.
func (c *Code) set(x, y int, dark bool) {
	c.modules[y*c.Size+x], c.fixed[y*c.Size+x] = dark, true
}

// patterns draws finders, timing, alignment and version, and keeps the place
// of the format free.
func (c *Code) patterns() {
	for i := range c.Size {
		c.set(6, i, i%2 == 0)
		c.set(i, 6, i%2 == 0)
	}
	c.finder(3, 3)
	c.finder(c.Size-4, 3)
	c.finder(3, c.Size-4)
	at := c.alignments()
	for i, x := range at {
		for j, y := range at {
			last := len(at) - 1
			if i == 0 && j == 0 || i == 0 && j == last || i == last && j == 0 {
				continue // there is a finder
			}
			c.alignment(x, y)
		}
	}
	c.format(0)
	c.versionBits()
}

// finder draws a finder pattern around its centre, with the light line beside.
func (c *Code) finder(cx, cy int) {
	for dy := -4; dy <= 4; dy++ {
		for dx := -4; dx <= 4; dx++ {
			x, y := cx+dx, cy+dy
			if x >= 0 && y >= 0 && x < c.Size && y < c.Size {
				d := max(dx, -dx, dy, -dy)
				c.set(x, y, d != 2 && d != 4)
			}
		}
	}
}

func (c *Code) alignment(cx, cy int) {
	for dy := -2; dy <= 2; dy++ {
		for dx := -2; dx <= 2; dx++ {
			c.set(cx+dx, cy+dy, max(dx, -dx, dy, -dy) != 1)
		}
	}
}

// alignments are the coordinates of the alignment patterns (ISO/IEC 18004,
// annex E).
func (c *Code) alignments() []int {
	if c.version == 1 {
		return nil
	}
	n := c.version/7 + 2
	step := (c.version*8 + n*3 + 5) / (n*4 - 4) * 2
	at := make([]int, n)
	at[0] = 6
	for i := n - 1; i > 0; i-- {
		at[i] = c.Size - 7 - (n-1-i)*step
	}
	return at
}

// format draws level M and the mask, twice, with their correction.
func (c *Code) format(mask int) {
	data := mask // level M is 00
	rem := data
	for range 10 {
		rem = rem<<1 ^ (rem>>9)*0x537
	}
	word := (data<<10 | rem) ^ 0x5412
	bit := func(i int) bool { return word>>i&1 == 1 }
	for i := range 6 {
		c.set(8, i, bit(i))
	}
	c.set(8, 7, bit(6))
	c.set(8, 8, bit(7))
	c.set(7, 8, bit(8))
	for i := 9; i < 15; i++ {
		c.set(14-i, 8, bit(i))
	}
	for i := range 8 {
		c.set(c.Size-1-i, 8, bit(i))
	}
	for i := 8; i < 15; i++ {
		c.set(8, c.Size-15+i, bit(i))
	}
	c.set(8, c.Size-8, true)
}

// versionBits draws the number of the version, from 7 on.
func (c *Code) versionBits() {
	if c.version < 7 {
		return
	}
	rem := c.version
	for range 12 {
		rem = rem<<1 ^ (rem>>11)*0x1f25
	}
	word := c.version<<12 | rem
	for i := range 18 {
		a, b := c.Size-11+i%3, i/3
		c.set(a, b, word>>i&1 == 1)
		c.set(b, a, word>>i&1 == 1)
	}
}

// data draws the codewords in their zigzag.
func (c *Code) data(words []byte) {
	i := 0
	for right := c.Size - 1; right >= 1; right -= 2 {
		if right == 6 {
			right = 5
		}
		upward := (right+1)&2 == 0
		for n := range c.Size {
			y := n
			if upward {
				y = c.Size - 1 - n
			}
			for x := right; x > right-2; x-- {
				if at := y*c.Size + x; !c.fixed[at] && i < 8*len(words) {
					c.modules[at] = words[i/8]>>(7-i%8)&1 == 1
					i++
				}
			}
		}
	}
}

// mask turns over the data modules of a mask pattern.
func (c *Code) mask(mask int) {
	for y := range c.Size {
		for x := range c.Size {
			at := y*c.Size + x
			c.modules[at] = c.modules[at] != (!c.fixed[at] && masked(mask, x, y))
		}
	}
}

func masked(mask, x, y int) bool {
	switch mask {
	case 0:
		return (x+y)%2 == 0
	case 1:
		return y%2 == 0
	case 2:
		return x%3 == 0
	case 3:
		return (x+y)%3 == 0
	case 4:
		return (x/3+y/2)%2 == 0
	case 5:
		return x*y%2+x*y%3 == 0
	case 6:
		return (x*y%2+x*y%3)%2 == 0
	}
	return ((x+y)%2+x*y%3)%2 == 0
}

// penalty says how hard the code is to read: long runs, blocks, what looks
// like a finder, and imbalance (ISO/IEC 18004, 7.8.3.1).
func (c *Code) penalty() int {
	total, dark := 0, 0
	for a := range c.Size {
		total += c.linePenalty(func(b int) bool { return c.modules[a*c.Size+b] })
		total += c.linePenalty(func(b int) bool { return c.modules[b*c.Size+a] })
	}
	for y := range c.Size {
		for x := range c.Size {
			d := c.modules[y*c.Size+x]
			if d {
				dark++
			}
			if x > 0 && y > 0 && d == c.Dark(x-1, y) && d == c.Dark(x, y-1) && d == c.Dark(x-1, y-1) {
				total += 3
			}
		}
	}
	percent := dark * 100 / (c.Size * c.Size)
	return total + 10*(max(percent-50, 50-percent)/5)
}

// linePenalty judges a row or column.
func (c *Code) linePenalty(dark func(int) bool) int {
	total, run, window := 0, 0, 0
	for i := range c.Size {
		if i > 0 && dark(i) == dark(i-1) {
			run++
		} else {
			run = 1
		}
		switch {
		case run == 5:
			total += 3
		case run > 5:
			total++
		}
		window = window << 1 & 0x7ff
		if dark(i) {
			window |= 1
		}
		if i >= 10 && (window == 0b10111010000 || window == 0b00001011101) {
			total += 40
		}
	}
	return total
}
