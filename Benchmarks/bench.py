#!/usr/bin/env python3
"""Measures the programs against their peers and prints ratios of one run (design, section 11, rows 1 to 5).

Everything is timed as a whole process from outside: wall time, processor time and peak memory. Peers are used where
they are installed (selectolax, lxml, orjson, duckdb, polars); a row says which were not.

    make bench                     20,000 forms, a 247 MB export, 1,000,000 occupation rows
    make bench BENCH=small         a tenth of each
"""

import glob
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

BIN = ".build/release"
SMALL = "small" in sys.argv[1:]
FORMS = 2_000 if SMALL else 20_000
EMPLOYERS = 20_000 if SMALL else 200_000  # about five occupation rows each
EXPORT = 25_000_000 if SMALL else 247_000_000  # bytes
RUNS = 3


class Timing:
    """The middle of some runs of a command: wall and processor seconds, and peak memory in MB."""

    def __init__(self, command, runs=RUNS, cwd=None):
        samples = []
        for _ in range(runs):
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd)
            error = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.perf_counter() - start
            if process.returncode != 0:
                sys.exit(f"bench: {' '.join(command[:2])} ended with {process.returncode}\n{error.decode()[-2000:]}")
            samples.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
        samples.sort()
        self.wall, self.cpu, self.memory = samples[len(samples) // 2]


def has(module):
    return importlib.util.find_spec(module) is not None


def peer(code, *arguments):
    return Timing([sys.executable, "-c", code, *arguments])


def row(name, ours, what, rest=""):
    print(f"  {name:<34} {ours.wall:7.2f} s wall {ours.cpu:7.2f} s cpu {ours.memory:6.0f} MB   {what}{rest}")


def megabytes(path):
    return os.path.getsize(path) / 1e6


SELECTOLAX = """
import sys, glob
from selectolax.lexbor import LexborHTMLParser
for path in sorted(glob.glob(sys.argv[1] + '/*.html')):
    tree = LexborHTMLParser(open(path, encoding='utf-8', errors='replace').read())
    answers = [(n.attributes.get('name'), n.attributes.get('value')) for n in tree.css('input')]
    answers += [(n.attributes.get('name'), n.text()) for n in tree.css('textarea')]
    answers += [(n.attributes.get('name'), [o.attributes.get('value') for o in n.css('option[selected]')])
                for n in tree.css('select')]
"""

LXML = """
import sys, glob
from lxml import html
inputs = html.etree.XPath('//input'); areas = html.etree.XPath('//textarea'); selects = html.etree.XPath('//select')
for path in sorted(glob.glob(sys.argv[1] + '/*.html')):
    tree = html.document_fromstring(open(path, 'rb').read())
    answers = [(n.get('name'), n.get('value')) for n in inputs(tree)]
    answers += [(n.get('name'), n.text) for n in areas(tree)]
    answers += [(n.get('name'), [o.get('value') for o in n.xpath('option[@selected]')]) for n in selects(tree)]
"""

ORJSON = """
import sys, orjson
with open(sys.argv[1], 'rb') as lines, open('/dev/null', 'wb') as out:
    for line in lines:
        record = orjson.loads(line)
        if sys.argv[2] == 'copy': out.write(orjson.dumps(record)); out.write(b'\\n')
"""

# Persons employed by municipality and occupation, with every margin and the standard errors of F3: what row 4 asks of
# all. The response groups and their weights are those that survey-aggregate has written; each peer reckons the rest.
DUCKDB = """
import sys, duckdb
employers, fieldwork, out = sys.argv[1:4]
duckdb.sql("set threads to 2")
duckdb.sql(f'''
  copy (
    with strata as (select * from read_json('{fieldwork}', format = 'newline_delimited')),
    groups as (
      select "group" as g, sum(frameUnits) as n, sum(answered + ineligible) as a, any_value(weight) as w
      from strata group by g),
    rows as (
      select establishment, municipality, stratum, unnest(occupations, recursive := true)
      from read_json('{employers}', format = 'newline_delimited', columns = {{
        establishment: 'VARCHAR', municipality: 'VARCHAR', stratum: 'VARCHAR',
        occupations: 'STRUCT(ssyk VARCHAR, headcount DOUBLE)[]'}})),
    units as (
      select establishment, any_value(municipality) as municipality, any_value(stratum) as stratum,
        if(ssyk[1] between '0' and '9', left(ssyk, 3), ssyk) as occupation, sum(headcount) as y
      from rows group by establishment, occupation),
    whole as (
      select establishment, any_value(municipality) as municipality, any_value(stratum) as stratum, sum(y) as y
      from units group by establishment),
    cells as (
      select municipality, occupation, stratum, sum(y) as s, sum(y * y) as ss
      from units group by grouping sets ((municipality, occupation, stratum), (occupation, stratum))
      union all
      select municipality, null, stratum, sum(y), sum(y * y)
      from whole group by grouping sets ((municipality, stratum), (stratum))),
    grouped as (
      select c.municipality, c.occupation, t."group" as g, sum(s) as s, sum(ss) as ss
      from cells c join strata t using (stratum) group by all)
    select c.municipality, c.occupation, sum(w * s) as estimate,
      sqrt(sum(case when a = n then 0 else w * w * (1 - a / n) * a / (a - 1) * (ss - s * s / a) end)) as standardError
    from grouped c join groups using (g) group by all
  ) to '{out}' (format json)
''')
"""

POLARS = """
import sys
import polars as pl
employers, fieldwork, out = sys.argv[1:4]
strata = pl.scan_ndjson(fieldwork, infer_schema_length=None)
groups = strata.group_by('group').agg(
    n=pl.col('frameUnits').sum(), a=(pl.col('answered') + pl.col('ineligible')).sum(), w=pl.col('weight').first())
schema = {'establishment': pl.String, 'municipality': pl.String, 'stratum': pl.String,
          'occupations': pl.List(pl.Struct({'ssyk': pl.String, 'headcount': pl.Float64}))}
rows = (pl.scan_ndjson(employers, schema=schema).join(strata.select('stratum', 'group'), on='stratum')
        .explode('occupations').unnest('occupations').drop_nulls('ssyk')
        .with_columns(occupation=pl.when(pl.col('ssyk').str.contains('^[0-9]')).then(pl.col('ssyk').str.head(3)).otherwise('ssyk')))
units = rows.group_by('establishment', 'municipality', 'group', 'occupation').agg(y=pl.col('headcount').sum())
whole = units.group_by('establishment', 'municipality', 'group').agg(y=pl.col('y').sum())
def cells(of, by):
    none = [pl.lit(None, dtype=pl.String).alias(name) for name in ('municipality', 'occupation') if name not in by]
    return (of.group_by(*by, 'group').agg(s=pl.col('y').sum(), ss=(pl.col('y') ** 2).sum())
            .join(groups, on='group')
            .with_columns(v=pl.when(pl.col('a') == pl.col('n')).then(0.0).otherwise(
                pl.col('w') ** 2 * (1 - pl.col('a') / pl.col('n')) * pl.col('a') / (pl.col('a') - 1)
                * (pl.col('ss') - pl.col('s') ** 2 / pl.col('a'))))
            .group_by(*by).agg(estimate=(pl.col('w') * pl.col('s')).sum(), standardError=pl.col('v').sum().sqrt())
            .with_columns(*none).select('municipality', 'occupation', 'estimate', 'standardError')) if by else (
            cells(of.with_columns(one=pl.lit(1)), ['one']))
pl.concat([cells(units, ['municipality', 'occupation']), cells(units, ['occupation']), cells(whole, ['municipality']),
           cells(whole, [])]).collect().write_ndjson(out)
"""


def forms(folder):
    print(f"\nRow 1: {FORMS:,} HTML forms to records")
    subprocess.run(
        [f"{BIN}/survey-simulate", "--study", "Pipelines/demo-k", "--as", "forms", "--employers", str(FORMS),
         "--output", f"{folder}/forms"], check=True, capture_output=True)
    data = f"{folder}/forms"
    # The study declares more sources; they are there, and small beside the forms.
    shutil.copytree("SampleData/demo-k/pages", f"{data}/pages", dirs_exist_ok=True)
    shutil.copytree("SampleData/demo-k/limesurvey", f"{data}/limesurvey", dirs_exist_ok=True)
    shutil.copy("SampleData/demo-k/interviews.html", data)
    with open("SampleData/demo-k/telephone.csv", encoding="utf-8") as interviews:
        heading = interviews.readline()
    with open(f"{data}/telephone.csv", "w", encoding="utf-8") as interviews:
        interviews.write(heading)
    pages = next((root for root, _, files in os.walk(data) if sum(f.endswith(".html") for f in files) > FORMS // 2), None)
    size = sum(os.path.getsize(os.path.join(pages, f)) for f in os.listdir(pages)) / FORMS / 1000
    print(f"  pages of {size:.1f} KB on average")
    study = [f"{BIN}/survey-ingest", "--study", "Pipelines/demo-k", "--data", data, "--stages", f"{folder}/s", "--quiet"]
    one, two = Timing(study + ["--threads", "1"]), Timing(study + ["--threads", "2"])
    row("survey-ingest, one core", one, f"{FORMS / one.wall:,.0f} pages/s")
    row("survey-ingest, two cores", two, f"{FORMS / two.wall:,.0f} pages/s, {one.wall / two.wall:.2f} x one core")
    for name, module, code in (("selectolax", "selectolax", SELECTOLAX), ("lxml with XPath", "lxml", LXML)):
        if not has(module):
            print(f"  {name}: not installed")
            continue
        other = peer(code, pages)
        row(name, other, f"{FORMS / other.wall:,.0f} pages/s; ours on one core {other.wall / one.wall:.2f} x as fast")


    clean(folder, data)


def clean(folder, data):
    print("\nCleaning those responses, beside copying them through reader and writer")
    path = f"{folder}/s/1-ingested/responses.ndjson"
    size = megabytes(path)
    command = [f"{BIN}/survey-clean", "--study", "Pipelines/demo-k", "--data", data, "--stages", f"{folder}/s", "--quiet"]
    for threads in ("1", "2"):
        copy = Timing([f"{BIN}/survey-bench", "copy", path, "--of", "responses", "--to", f"{folder}/copy",
                       "--threads", threads])
        ours = Timing(command + ["--threads", threads])
        row(f"copy, {threads} core(s)", copy, f"{size / copy.wall:.0f} MB/s")
        row(f"survey-clean, {threads} core(s)", ours, f"{size / ours.wall:.0f} MB/s, {ours.wall / copy.wall:.2f} x copying")


ITERPARSE = """
import sys
from lxml import etree
for _, row in etree.iterparse(sys.argv[1], tag='row'):
    answers = [(cell.tag, cell.text) for cell in row]
    row.clear()
    while row.getprevious() is not None: del row.getparent()[0]
"""


def export(folder):
    print(f"\nRow 2 and 5: a LimeSurvey export of {EXPORT / 1e6:.0f} MB to records, and a tenth of it")
    with open("SampleData/demo-k/limesurvey/responses.lsr", encoding="utf-8") as file:
        head, rest = file.read().split("<rows>\n")
    rows, tail = rest.rsplit("</row>\n", 1)
    rows += "</row>\n"
    shutil.copytree("Pipelines/classifications", f"{folder}/P/classifications")
    shutil.copytree("Pipelines/demo-k", f"{folder}/P/demo-k")
    study = f"{folder}/P/demo-k"
    with open(f"{study}/study.yaml", encoding="utf-8") as file:
        text = file.read()
    start, end = text.index("  - {name: web-forms"), text.index("  - name: public-survey")
    text = text[:start] + text[end:]
    start, end = text.index("\npages:\n"), text.index("\n# Tables from outside")
    with open(f"{study}/study.yaml", "w", encoding="utf-8") as file:
        file.write(text[:start] + text[end:])
    timings = {}
    for part in (10, 1):
        data = f"{folder}/export{part}"
        os.makedirs(f"{data}/limesurvey")
        for name in ("frame.csv", "sample.csv", "limesurvey/survey.lss"):
            shutil.copy(f"SampleData/demo-k/{name}", f"{data}/{name}")
        path = f"{data}/limesurvey/responses.lsr"
        with open(path, "w", encoding="utf-8") as file:
            file.write(head + "<rows>\n")
            for _ in range(EXPORT // part // len(rows.encode())):
                file.write(rows)
            file.write(tail if tail.startswith("</rows>") else "</rows></responses></document>\n")
        size = megabytes(path)
        for threads in (1, 2):
            ours = Timing([f"{BIN}/survey-ingest", "--study", study, "--data", data, "--stages", f"{folder}/e{part}",
                           "--quiet", "--threads", str(threads)])
            timings[part, threads] = ours
            row(f"survey-ingest, {size:.0f} MB, {threads} core(s)", ours, f"{size / ours.wall:.0f} MB/s")
    big, small = timings[1, 1], timings[10, 1]
    print(f"  ten times the rows: {big.wall / small.wall:.1f} x the time, {big.memory / small.memory:.2f} x the memory")
    if has("lxml"):
        other = peer(ITERPARSE, path)
        row("lxml iterparse", other, f"{size / other.wall:.0f} MB/s; ours on one core {other.wall / big.wall:.2f} x as fast")
    else:
        print("  lxml: not installed")


def records(folder):
    print(f"\nRow 3: typed NDJSON in and out")
    subprocess.run(
        [f"{BIN}/survey-simulate", "--study", "Pipelines/demo-k", "--as", "cleaned", "--employers", str(EMPLOYERS),
         "--output", f"{folder}/stages/2-cleaned"], check=True, capture_output=True)
    path = f"{folder}/stages/2-cleaned/employers.ndjson"
    size = megabytes(path)
    print(f"  {EMPLOYERS:,} employers, {size:.0f} MB")
    read = {n: Timing([f"{BIN}/survey-bench", "read", path, "--threads", str(n)]) for n in (1, 2)}
    copy = {n: Timing([f"{BIN}/survey-bench", "copy", path, "--to", "/dev/null", "--threads", str(n)]) for n in (1, 2)}
    row("read, one core", read[1], f"{size / read[1].wall:.0f} MB/s")
    row("read, two cores", read[2], f"{size / read[2].wall:.0f} MB/s, {read[1].wall / read[2].wall:.2f} x one core")
    row("read and write, one core", copy[1], f"{size / copy[1].wall:.0f} MB/s")
    row("read and write, two cores", copy[2],
        f"{size / copy[2].wall:.0f} MB/s, {copy[1].wall / copy[2].wall:.2f} x one core")
    if has("orjson"):
        for work, ours in (("read", read[1]), ("copy", copy[1])):
            other = peer(ORJSON, path, work)
            row(f"orjson, {work}", other, f"{size / other.wall:.0f} MB/s; ours {other.wall / ours.wall:.2f} x as fast")
    else:
        print("  orjson: not installed")
    return path, read


def bench_study(folder, cleaned, name, indicators):
    """A study over the 26 municipalities of the made-up employers, with one table by municipality and occupation."""
    shutil.copytree("Pipelines/classifications", f"{folder}/{name}/classifications")
    study = f"{folder}/{name}/bench"
    shutil.copytree("Pipelines/demo-k", study)
    with open(f"{cleaned}/frame.ndjson", encoding="utf-8") as lines:
        municipalities = sorted({json.loads(line)["municipality"] for line in lines})
    with open(f"{study}/study.yaml", encoding="utf-8") as file:
        text = file.read()
    text = text[:text.index("\ntables:")] + """
tables:
  - id: bench
    title: {sv: Platser att fylla, en: Posts to fill}
    indicators: [{indicators}]
    by: [municipality, occupation3]
    section: bench
    feature: FOR-04
"""
    text = text.replace("{indicators}", ", ".join(indicators))
    text = text.replace("municipalities: [0181]", f"municipalities: [{', '.join(municipalities)}]")
    text = text.replace("Pipelines/demo-k/", f"{study}/").replace("id: demo-k", "id: bench")
    with open(f"{study}/study.yaml", "w", encoding="utf-8") as file:
        file.write(text)
    # External factors speak of one municipality; these employers have many.
    with open(f"{study}/assumptions.yaml", encoding="utf-8") as file:
        text = file.read()
    with open(f"{study}/assumptions.yaml", "w", encoding="utf-8") as file:
        file.write(re.sub(r"(?ms)^(factors|scenarios):.*?(?=^[a-z-]+:|\Z)", "", text))
    return study


def hand_on(cleaned):
    """The manifest that survey-clean would have written beside the made-up records, and its two empty files."""
    schemas = {"design": "design", "employers": "employer", "frame": "frame-cell", "pages": "page", "process": "process"}
    versions = {}
    for source in glob.glob("Sources/*Record*/**/*.swift", recursive=True):
        with open(source, encoding="utf-8") as file:
            versions |= {n: int(v) for n, v in re.findall(r'RecordSchema\(name: "([a-z-]+)", version: (\d+)\)', file.read())}
    files = []
    for name, schema in schemas.items():
        path = f"{cleaned}/{name}.ndjson"
        open(path, "ab").close()
        digest, records, size = hashlib.sha256(), 0, 0
        with open(path, "rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
                records += block.count(b"\n")
                size += len(block)
        files.append({"bytes": size, "name": f"{name}.ndjson", "records": records, "schema": schema,
                      "schemaVersion": versions[schema], "sha256": digest.hexdigest()})
    manifest = {"asOf": "2026-04-15", "conservation": [], "data": [], "files": files, "inputs": [], "options": {},
                "producer": {"name": "survey-clean", "version": 1}, "study": {"files": {}, "id": "bench", "sha256": "0" * 64}}
    with open(f"{cleaned}/manifest.json", "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=2, sort_keys=True)


def hand_over(stages, other):
    """The same records of 2-cleaned for another study."""
    os.makedirs(other)
    shutil.copytree(f"{stages}/2-cleaned", f"{other}/2-cleaned", copy_function=os.link)


def cells(folder, path, read):
    print(f"\nRow 4: {EMPLOYERS:,} employers to cells by municipality and occupation, with standard errors")
    stages = os.path.dirname(os.path.dirname(path))
    hand_on(os.path.dirname(path))
    timings = {}
    studies = {"one measure": ["headcount"], "six measures, three horizons": [
        "headcount", "headcountNeeded", "retirements", "otherLeavers", "postsToFill", "replacementNeed"]}
    for number, (what, indicators) in enumerate(studies.items()):
        study = bench_study(folder, os.path.dirname(path), f"study{number}", indicators)
        own = f"{folder}/bench{number}"
        hand_over(stages, own)
        command = [f"{BIN}/survey-aggregate", "--study", study, "--stages", own, "--quiet"]
        for threads in (1, 2):
            ours = timings[number, threads] = Timing(command + ["--threads", str(threads)])
            row(f"survey-aggregate, {what}, {threads} core(s)", ours,
                f"{ours.wall / read[threads].wall:.2f} x reading the same file")
        with open(f"{own}/3-estimated/estimates.ndjson", "rb") as lines:
            print(f"  {sum(1 for _ in lines):,} cells")
    ours = timings[0, 2]
    for name, code in (("duckdb", DUCKDB), ("polars", POLARS)):
        if not has(name):
            print(f"  {name}: not installed")
            continue
        out = f"{folder}/{name}.ndjson"
        other = peer(code, path, f"{folder}/bench0/3-estimated/fieldwork.ndjson", out)
        row(f"{name}, one measure, two cores", other, f"ours {ours.wall / other.wall:.2f} x its time")
        compare(name, f"{folder}/bench0/3-estimated/estimates.ndjson", out)


def compare(name, ours, theirs):
    """Estimates and standard errors of every cell, ours against theirs: at most 1e-9 apart, relatively."""
    def table(path):
        with open(path, "rb") as lines:
            records = [json.loads(line) for line in lines]
        return {(r.get("municipality"), r.get("occupation")): (r["estimate"], r["standardError"])
                for r in records if not r.get("excludesDominant")}
    ours, theirs = table(ours), table(theirs)
    # Cells where nobody has the occupation are ours alone, and 0.
    cells = [cell for cell in ours if ours[cell] != (0, 0)]
    if set(cells) - set(theirs):
        sys.exit(f"bench: {len(set(cells) - set(theirs))} cells are not among those of {name}")
    apart = max(abs(a - b) / max(abs(a), abs(b), 1) for cell in cells for a, b in zip(ours[cell], theirs[cell]))
    if apart > 1e-9:
        sys.exit(f"bench: estimates differ from those of {name} by {apart:.1e}")
    print(f"  {len(cells):,} cells: estimates and standard errors equal those of {name} to {apart:.0e}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        print(f"{os.cpu_count()} cores; the middle of {RUNS} runs; hashing, fsync and start-up included")
        forms(folder)
        export(folder)
        path, read = records(folder)
        cells(folder, path, read)


main()
