#!/usr/bin/env python3
"""Makes PDFs of the same articles with Stadtbote, Typst, WeasyPrint and
Chromium and prints the table of docs/pdf.md.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python compare.py SITE [--count 40] [--work FOLDER]

SITE is the folder of a Stadtbote site. Taken are articles without pictures,
evenly from all. Stadtbote gets their Markdown, Typst the same Markdown as its
own markup (typstify.py), WeasyPrint and Chromium the print version of the
finished site. Each program makes all in one process, each article once: what
it remembers of an article would make a second time too cheap (Typst keeps
whole pages). The first article is made to warm up and does not count. Needs Go, Java, Node, Chromium, poppler and tools/needs.sh.
"""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import typstify

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
ROLES = ["H", "P", "L", "LI", "Table", "TH", "TD", "Link", "Note"]


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


def cpu(make):
    """CPU milliseconds of this process."""
    start = time.process_time()
    make()
    return 1000 * (time.process_time() - start)


def stadtbote(chosen, site, out):
    """Times come from a test of the package, one core, CPU of the process."""
    slugs = out / "slugs"
    slugs.write_text("\n".join(slug for slug, _, _ in chosen))
    run("go", "test", "./internal/output/pdf", "-run", "TestTimes", "-count=1", "-args",
        "-site", site, "-slugs", slugs, "-out", out, cwd=ROOT, stdout=subprocess.DEVNULL)
    slugs.unlink()
    return json.loads((out / "times.json").read_text())


def typst(chosen, out):
    import typst as engine
    fonts = [str(ROOT / "internal/typeset/font/sofia")]
    times = {}
    for slug, source, _ in chosen:
        text = (HERE / "head.typ").read_text() + typstify.article(source.read_text())
        file = out / (slug + ".typ")
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
    count = len(files)
    cells = [name, f"{statistics.median(times.values()):.1f}", f"{statistics.median(sizes):.1f}",
             f"{verdicts(files, 'ua1')} / {count}", f"{verdicts(files, '2a')} / {count}", *tags(files)]
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--work", type=pathlib.Path, default=None)
    options = parser.parse_args()
    work = (options.work or pathlib.Path(tempfile.mkdtemp())).resolve()
    site, public = options.site.resolve(), work / "public"
    run("go", "build", "-o", work / "program", "./cmd/stadtbote", cwd=ROOT)
    run(work / "program", "build", "--quiet", "--skip-broken", "--source", site, "--out", public, "--cache", work / "cache",
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    chosen = choose(site, public, options.count)
    words = [len(source.read_text().split()) for _, source, _ in chosen[1:]]
    print(f"{len(words)} articles of {min(words)} to {max(words)} words, median {statistics.median(words):.0f}\n\n| | CPU ms (median) | KB (median) | PDF/UA-1 | PDF/A-2a | " + " | ".join(ROLES) + " |")
    print("|---|" + "--:|" * (4 + len(ROLES)), flush=True)
    for name, make in {
        "Stadtbote": lambda out: stadtbote(chosen, site, out),
        "Typst": lambda out: typst(chosen, out),
        "WeasyPrint": lambda out: weasyprint(chosen, public, out),
        "Chromium": lambda out: chromium(chosen, public, out),
    }.items():
        out = work / name.lower()
        os.makedirs(out, exist_ok=True)
        row(name, chosen, make(out), out)


if __name__ == "__main__":
    main()
