#!/usr/bin/env python3
"""Makes PDFs of the same articles with Stadtbote, Typst, WeasyPrint and
Chromium and prints the table of docs/pdf.md.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python compare.py SITE [--count 40] [--work FOLDER]

SITE is the folder of a Stadtbote site. Taken are articles without pictures,
evenly from all. In a second round the same articles have a table, two notes and
a photograph besides. Stadtbote gets their Markdown, Typst the same Markdown as its
own markup (typstify.py), WeasyPrint and Chromium the print version of the
finished site. Each program makes all in one process, each article once: what
it remembers of an article would make a second time too cheap (Typst keeps
whole pages). The first article is made to warm up and does not count. At last,
Typst and Stadtbote make one file by a process of its own, start and end
included. Needs Go, Java, Node, Chromium, poppler and tools/needs.sh.
"""
import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import typstify

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
ROLES = ["H", "P", "L", "LI", "Table", "TH", "TD", "Link", "Figure", "Note"]
STANDARDS = ["ua1", "2a", "ua2", "4f"]
FIRST, SECOND = STANDARDS[:2], STANDARDS[2:]  # the generations; a file is judged by those of its own

# What the articles of the second round have besides.
TABLE = """

## Ausbau nach Ortsteilen

| Ortsteil | Häuser | Anschlüsse | Fertig |
|:---------|-------:|-----------:|:------:|
| Nordviertel | 412 | 388 | ja |
| Mühlenhof | 96 | 71 | nein |
| Am Anger | 230 | 230 | ja |
| Südbahnhof | 518 | 402 | nein |

![Ein Bagger hebt einen Graben aus](bagger.jpg)

Die Zahlen gelten für den Stand vom November.[^stand] Einzelne Häuser fehlen.[^fehlt]

[^stand]: Gezählt am 9. November, ohne Nebengebäude.
[^fehlt]: Das sind Häuser, deren Eigentümer nicht zu erreichen waren.
"""


def run(*args, **more):
    return subprocess.run([str(a) for a in args], check=True, **more)


def choose(site, public, count):
    """Returns (slug, source, print version) of articles without pictures."""
    found = []
    for page in sorted(public.glob("[0-9]*/[0-9]*/*/druck/index.html")):
        slug = page.parents[1].name
        source = next((site / "content").rglob(f"*{slug}.md"), None)
        if source and "<img" not in page.read_text() and len(source.read_text()) > 2000:
            found.append((slug, source, page))
    step = max(1, len(found) // count)
    return found[::step][:count + 1]


def enrich(site, chosen, into):
    """Makes a site of the chosen articles with a table, notes and a photograph."""
    folder = into / "content" / "meldungen"
    os.makedirs(folder, exist_ok=True)
    shutil.copy(site / "stadtbote.yaml", into)
    photograph(folder / "bagger.jpg")
    for _, source, _ in chosen:
        (folder / source.name).write_text(source.read_text().rstrip() + TABLE)
    return into


def photograph(file):
    """Writes a picture of 1200 × 800 pixels with some detail."""
    from PIL import Image
    picture = Image.new("RGB", (1200, 800))
    picture.putdata([((x * y) % 251, (x + y // 3) % 256, 90 + y // 8) for y in range(800) for x in range(1200)])
    picture.resize((1200, 800)).save(file, quality=80)


def cpu(make):
    """CPU milliseconds of this process."""
    start = time.process_time()
    make()
    return 1000 * (time.process_time() - start)


def stadtbote(chosen, site, out, profile):
    """Times come from a test of the package, one core, CPU of the process."""
    slugs = out / "slugs"
    slugs.write_text("\n".join(slug for slug, _, _ in chosen))
    run("go", "test", "./internal/output/pdf", "-run", "TestTimes", "-count=1", "-args",
        "-site", site, "-slugs", slugs, "-out", out, "-profile", profile, cwd=ROOT, stdout=subprocess.DEVNULL)
    slugs.unlink()
    return json.loads((out / "times.json").read_text())


def typst(chosen, out):
    import typst as engine
    fonts = [str(ROOT / "internal/typeset/font/sofia")]
    times = {}
    for slug, source, _ in chosen:
        text = (HERE / "head.typ").read_text() + typstify.article(source.read_text())
        file = out / (slug + ".typ")
        for picture in source.parent.glob("*.jpg"):
            shutil.copy(picture, out)
        file.write_text(text)
        compiler = engine.Compiler(root=str(out), font_paths=fonts)
        def make():
            data = compiler.compile(input=str(file), format="pdf", pdf_standards=["ua-1", "a-2a"])
            (out / (slug + ".pdf")).write_bytes(data)
        try:
            times[slug] = cpu(make)
        except Exception as error:  # an article that Typst refuses is told and left out
            print(f"typst: {slug}: {error}", file=sys.stderr)
    return times


def weasyprint(chosen, public, out):
    import weasyprint as engine
    from weasyprint.text.fonts import FontConfiguration
    fonts = FontConfiguration()

    class Files(engine.urls.URLFetcher):
        def fetch(self, url, *args, **more):
            return super().fetch(re.sub(r"^https?://[^/]*", public.as_uri(), url), *args, **more)

    times = {}
    for slug, _, page in chosen:
        address = "http://site/" + str(page.relative_to(public))
        def make():
            document = engine.HTML(string=page.read_text(), base_url=address, url_fetcher=Files())
            document.write_pdf(out / (slug + ".pdf"), pdf_variant="pdf/ua-1", font_config=fonts)
        times[slug] = cpu(make)
    return times


def chromium(chosen, public, out):
    jobs = [{"slug": slug, "page": "/" + str(page.relative_to(public))} for slug, _, page in chosen]
    done = run("node", HERE / "chromium.mjs", public, out, input=json.dumps(jobs), text=True, capture_output=True)
    return json.loads(done.stdout)


def verdicts(files, standard):
    """How many files veraPDF passes."""
    jar = next((ROOT / "tools/pdf/lib").glob("greenfield-apps-*.jar"))
    done = subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jar,
                           "org.verapdf.apps.GreenfieldCliWrapper", "-f", standard, "--format", "text", *files],
                          capture_output=True, text=True)
    return sum(line.startswith("PASS ") for line in done.stdout.splitlines())


def tags(files):
    """Sums of the elements of all files, as poppler reads them."""
    sums = dict.fromkeys(ROLES, 0)
    for file in files:
        text = run("pdfinfo", "-struct", file, capture_output=True).stdout.decode("utf-8", "replace")
        for line in text.splitlines():
            role = re.match(r"\s*([A-Za-z]+[1-6]?)", line)
            if role:
                name = "H" if re.fullmatch("H[1-6]", role[1]) else role[1]
                if name in sums:
                    sums[name] += 1
    return [sums[role] for role in ROLES]


def row(name, chosen, times, out):
    times.pop(chosen[0][0], None)
    files = [out / (slug + ".pdf") for slug, _, _ in chosen[1:] if slug in times]
    sizes = [file.stat().st_size / 1000 for file in files]
    own = SECOND if name.endswith("ua2") else FIRST
    passed = [verdicts(files, standard) if standard in own else "–" for standard in STANDARDS]
    cells = [name, len(files), f"{statistics.median(times.values()):.1f}", f"{statistics.median(sizes):.1f}", *passed, *tags(files)]
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def built(program, site, public, cache):
    """Makes the pages that WeasyPrint and Chromium print."""
    run(program, "build", "--quiet", "--skip-broken", "--source", site, "--out", public, "--cache", cache,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return public


def table(title, chosen, site, public, work):
    words = [len(source.read_text().split()) for _, source, _ in chosen[1:]]
    print(f"\n{title}: {len(words)} articles of {min(words)} to {max(words)} words, median {statistics.median(words):.0f}\n")
    print("| | files | CPU ms | KB | " + " | ".join(STANDARDS + ROLES) + " |")
    print("|---|" + "--:|" * (3 + len(STANDARDS) + len(ROLES)), flush=True)
    for name, make in {
        "Stadtbote": lambda out: stadtbote(chosen, site, out, "ua1"),
        "Stadtbote ua2": lambda out: stadtbote(chosen, site, out, "ua2"),
        "Typst": lambda out: typst(chosen, out),
        "WeasyPrint": lambda out: weasyprint(chosen, public, out),
        "Chromium": lambda out: chromium(chosen, public, out),
    }.items():
        out = work / name.lower().replace(" ", "-")
        os.makedirs(out, exist_ok=True)
        row(name, chosen, make(out), out)


def process(command):
    """CPU milliseconds of a process from start to end, the median of nine."""
    times = []
    for _ in range(9):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(*command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return statistics.median(times)


def processes(program, site, work, chosen):
    """One file by a whole process: a dossier of one article, and Typst."""
    slug, source, _ = chosen[len(chosen) // 2]
    lone = work / "lone"
    os.makedirs(lone / "content" / "meldungen", exist_ok=True)
    shutil.copy(source, lone / "content" / "meldungen")
    shutil.copy(site / "stadtbote.yaml", lone)
    ours = process([program, "dossier", "--source", lone, "--from", "1990-01-01", "--to", "2100-01-01", "--out", work / "lone.pdf", "--skip-broken"])
    script = ("import sys, typst; typst.Compiler(root=sys.argv[1], font_paths=[sys.argv[2]])"
              ".compile(input=sys.argv[3], format='pdf', pdf_standards=['ua-1', 'a-2a'])")
    folder = work / "plain" / "typst"
    theirs = process([sys.executable, "-c", script, folder, ROOT / "internal/typeset/font/sofia", folder / (slug + ".typ")])
    empty = process([sys.executable, "-c", "import typst"])
    print(f"\nWhole process, one article, CPU ms: Stadtbote (dossier) {ours:.0f}, Typst {theirs:.0f}, of it Python itself {empty:.0f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--work", type=pathlib.Path, default=None)
    options = parser.parse_args()
    work = (options.work or pathlib.Path(tempfile.mkdtemp())).resolve()
    site, program = options.site.resolve(), work / "program"
    run("go", "build", "-o", program, "./cmd/stadtbote", cwd=ROOT)
    public = built(program, site, work / "public", work / "cache")
    chosen = choose(site, public, options.count)
    table("Text", chosen, site, public, work / "plain")
    rich = enrich(site, chosen, work / "rich-site")
    public = built(program, rich, work / "rich-public", work / "rich-cache")
    pages = {page.parents[1].name: page for page in public.glob("[0-9]*/[0-9]*/*/druck/index.html")}
    again = [(slug, rich / "content" / "meldungen" / source.name, pages[slug]) for slug, source, _ in chosen if slug in pages]
    table("With a table, two notes and a photograph", again, rich, public, work / "rich")
    processes(program, site, work, chosen)


if __name__ == "__main__":
    main()
