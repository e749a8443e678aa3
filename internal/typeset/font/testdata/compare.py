"""compare.py FONT SUBSET CHARACTERS: glyph n of SUBSET must draw the n-th character just as FONT does."""
import sys

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

font, cut, chars = TTFont(sys.argv[1]), TTFont(sys.argv[2], checkChecksums=2), sys.argv[3]
like = {0xAD: 0x2D, 0xA0: 0x20, 0x2011: 0x2D}
cmap = font.getBestCmap()


def drawing(f, name):
    pen = DecomposingRecordingPen(f.getGlyphSet())
    f.getGlyphSet()[name].draw(pen)
    return pen.value


failures = []
for n, char in enumerate(chars, 1):
    old = cmap[like.get(ord(char), ord(char))]
    new = cut.getGlyphName(n)
    if drawing(font, old) != drawing(cut, new):
        failures.append(f"{char!r}: another drawing")
    if font["hmtx"][old] != cut["hmtx"][new]:
        failures.append(f"{char!r}: metrics {font['hmtx'][old]} became {cut['hmtx'][new]}")
for name in cut.getGlyphOrder():
    glyph = cut["glyf"][name]
    if hasattr(glyph, "program") and glyph.program.getBytecode():
        failures.append(f"{name}: has hints")
print("\n".join(failures))
sys.exit(bool(failures))
