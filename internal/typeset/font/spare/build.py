#!/usr/bin/env python3
"""Makes spare.ttf and mono.ttf from Noto fonts.

spare.ttf has the characters that the main fonts lack, mono.ttf those of
program text. The fonts are those of Debian's packages fonts-noto-core and
fonts-noto-mono (bookworm, version 20201225-1), under the SIL Open Font License 1.1, see OFL.txt. They share a
design size and an em of 1000 units, so their outlines can be put into one
file. Kerning, hints and variants are left out. The same fonts give the same
bytes.

    apt-get download fonts-noto-core fonts-noto-mono
    for deb in fonts-noto-*.deb; do dpkg -x $deb noto; done
    python3 build.py noto/usr/share/fonts/truetype/noto   # needs fonttools
"""
import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont, newTable

# Which characters come from which font; the first that has one gives it.
SOURCES = ["NotoSans", "NotoSansMath", "NotoSansSymbols2", "NotoSansSymbols"]
RANGES = [
    (0x0020, 0x02FF), (0x0370, 0x03FF), (0x0400, 0x045F), (0x0490, 0x0491),
    (0x1E00, 0x1EFF), (0x2010, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
    (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF),
    (0x2300, 0x2311), (0x231A, 0x231B), (0x2318, 0x2318), (0x23E9, 0x23F3),
    (0x2460, 0x2473), (0x2500, 0x2500), (0x25A0, 0x25FF), (0x2600, 0x2671), (0x267F, 0x267F),
    (0x2680, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26D4, 0x26D4),
    (0x2700, 0x27BF), (0x27E8, 0x27E9), (0x27F5, 0x27FF), (0x2B05, 0x2B07),
    (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0xFFFD, 0xFFFD),
]
MONO_RANGES = [(0x0020, 0x007E), (0x00A0, 0x017F), (0x2010, 0x2026), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2500, 0x259F)]


def load(folder, name, chars):
    font = TTFont(f"{folder}/{name}-Regular.ttf", recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "MATH", "meta", "STAT"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=sorted(chars))
    cut.subset(font)
    return font


def main(folder):
    wanted = {c for a, b in RANGES for c in range(a, b + 1)}
    main_font, order, cmap = None, [], {}
    for name in SOURCES:
        have = set(TTFont(f"{folder}/{name}-Regular.ttf", lazy=True).getBestCmap())
        take = wanted & have
        wanted -= take
        font = load(folder, name, take)
        if font["head"].unitsPerEm != 1000:
            sys.exit(f"{name}: not 1000 units per em")
        if main_font is None:
            main_font, order, cmap = font, list(font.getGlyphOrder()), dict(font.getBestCmap())
            glyphs, metrics = font["glyf"].glyphs, font["hmtx"].metrics
            for g in order:
                glyphs[g] = font["glyf"][g]
            continue
        rename = {g: f"{name}.{g}" for g in font.getGlyphOrder() if g != ".notdef"}
        for old, new in rename.items():
            glyph = font["glyf"][old]
            if glyph.isComposite():
                for part in glyph.components:
                    part.glyphName = rename[part.glyphName]
            order.append(new)
            glyphs[new], metrics[new] = glyph, font["hmtx"].metrics[old]
        cmap.update({c: rename[g] for c, g in font.getBestCmap().items()})
    main_font.setGlyphOrder(order)
    main_font["glyf"].glyphOrder = order
    main_font["maxp"].numGlyphs = len(order)
    for t in main_font["cmap"].tables:
        t.cmap = {c: g for c, g in cmap.items() if c < 0x10000}
    main_font["cmap"].tables = [t for t in main_font["cmap"].tables if t.platformID == 3 and t.format == 4]
    write(main_font, "Spare")


def mono(folder):
    font = load(folder, "NotoSansMono", {c for a, b in MONO_RANGES for c in range(a, b + 1)})
    write(font, "Mono")


def write(font, what):
    font["post"].formatType = 3.0
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in (0, 13, 14)]
    for i, text in {1: f"Stadtbote {what}", 2: "Regular", 4: f"Stadtbote {what}", 6: f"Stadtbote{what}-Regular"}.items():
        names.setName(text, i, 3, 1, 0x409)
    out = io.BytesIO()
    font.save(out)
    with open(f"{what.lower()}.ttf", "wb") as f:
        f.write(out.getvalue())
    print(what, len(out.getvalue()), "bytes,", len(font.getGlyphOrder()), "glyphs,", len(font.getBestCmap()), "characters")


if __name__ == "__main__":
    main(sys.argv[1])
    mono(sys.argv[1])
