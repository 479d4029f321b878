"""How long a document takes, against docxtpl on the same template and data, and the floor.

    python benchmarks/render.py            # about half a minute
    python benchmarks/render.py --rounds 40

Runs are interleaved (one of each, then again), so that a machine that slows down slows all
of them; what counts are the ratios. The floor is what no renderer can go below: the finished
XML deflated, zipped and written to a file. docxtpl renders the same Word template and data as
its users do, a new DocxTemplate each time, with the body as a loop over paragraphs; and once
more with the body ready-made as XML. Either way it writes no footnotes and checks nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import vanban
from vanban import plugins
from vanban.api.rendering import DEFAULT_SIZE
from vanban.model.blocks import Block, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.word import context, forms, package, shipped
from vanban.word.body import BodyWriter, Surroundings

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "ket-luan-giao-ban.yaml"
OURS, OURS_COLD = "vanban: model → .docx", "vanban render (checks too)"
DOCXTPL_SCRIPT = """\
import json; from docxtpl import DocxTemplate
template = DocxTemplate({template!r})
template.render(json.load(open({data!r}))); template.save({out!r})
"""
LOOP = (
    "{{%p for dong in dong_noi_dung %}}{{%p if dong.tieu_de %}}{heading}"
    "{{%p else %}}{text}{{%p endif %}}{{%p endfor %}}"
)

Job = Callable[[], object]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=25, help="interleaved rounds (25)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        print(f"vanban {vanban.__version__}, Python {sys.version.split()[0]}, {EXAMPLE.name}")
        print("\nwarm: one document to a file, one core")
        table(measure(warm_jobs(Path(folder)), rounds), OURS)
        print("\ncold: the whole process")
        table(measure(cold_jobs(Path(folder)), max(5, rounds // 2)), OURS_COLD)


def warm_jobs(folder: Path) -> dict[str, Job]:
    """The jobs of a running process."""
    from docxtpl import DocxTemplate

    doc = vanban.load(EXAMPLE, use_profile=False)
    out, values = folder / "out.docx", _values(doc)
    shipped_form, looping = _template(doc), _looping_template(folder)
    finished = package.read(vanban.render(doc))
    changing = {"word/document.xml", "word/footnotes.xml", "docProps/core.xml"}
    ready = {n: package.deflate(n, data) for n, data in finished.items() if n not in changing}

    def floor() -> None:
        entries = (ready.get(n) or package.deflate_own(n, data) for n, data in finished.items())
        out.write_bytes(package.write(entries))

    def checked() -> None:
        reading = vanban.read(EXAMPLE, use_profile=False)
        vanban.check(reading)
        out.write_bytes(vanban.render(reading))

    def docxtpl(template: Path) -> None:
        peer = DocxTemplate(template)
        peer.render(values)
        peer.save(out)

    return {
        "floor: finished XML → deflate → zip → file": floor,
        OURS: lambda: out.write_bytes(vanban.render(doc)),
        "vanban: YAML → checked → .docx": checked,
        "docxtpl: same template and data": lambda: docxtpl(looping),
        "docxtpl: the same, body ready-made": lambda: docxtpl(shipped_form),
    }


def cold_jobs(folder: Path) -> dict[str, Job]:
    """Whole processes, from nothing to one file."""
    out, data = folder / "cold.docx", folder / "data.json"
    data.write_text(json.dumps(_values(vanban.load(EXAMPLE, use_profile=False))), "utf-8")
    template = str(_looping_template(folder))
    script = DOCXTPL_SCRIPT.format(template=template, data=str(data), out=str(out))
    render = ("-m", "vanban", "render", "--force", "-o", str(out), str(EXAMPLE))

    def process(*arguments: str) -> Job:
        command = [sys.executable, *arguments]
        return lambda: subprocess.run(command, check=True, capture_output=True)

    return {
        "python -c pass": process("-c", "pass"),
        OURS_COLD: process(*render),
        "vanban --help": process("-m", "vanban", "--help"),
        "docxtpl, three lines": process("-c", script),
    }


def measure(jobs: dict[str, Job], rounds: int) -> dict[str, float]:
    """The median milliseconds of each job, over interleaved rounds after one to warm up."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(rounds + 1):
        for name, job in jobs.items():
            start = perf_counter()
            job()
            if turn:
                times[name].append((perf_counter() - start) * 1000)
    return {name: median(found) for name, found in times.items()}


def table(found: dict[str, float], ours: str) -> None:
    """Print a line a job: milliseconds, and how many times ours that is."""
    for name, milliseconds in found.items():
        print(f"  {name:<44}{milliseconds:9.2f} ms  {milliseconds / found[ours]:7.2f} ×")


def _template(doc: vanban.VanBan) -> Path:
    registry = plugins.registry()
    kind = registry.document_type(doc.loai)
    return registry.template(f"{kind.tieu_chuan}/{kind.mau}", doc.co_chu or DEFAULT_SIZE)


def _looping_template(folder: Path) -> Path:
    """The shipped form with its body as people write it for docxtpl."""
    standard = plugins.registry().standard("nd30")
    parts = dict(forms.parts(standard, standard.forms["mau-1.4"], DEFAULT_SIZE))
    paragraphs = re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", parts["word/document.xml"])
    body = next(p for p in paragraphs if "{{p noi_dung }}" in p)
    line = body.replace("{{p noi_dung }}", "{{ dong.chu }}")
    heading = line.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    tags = re.split(r"(\{%p .*? %\})", LOOP.format(heading=heading, text=line))
    loop = "".join(body.replace("{{p noi_dung }}", t) if "{%p" in t else t for t in tags)
    parts["word/document.xml"] = parts["word/document.xml"].replace(body, loop)
    path = folder / "looping.docx"
    path.write_bytes(package.write(package.deflate(n, xml.encode()) for n, xml in parts.items()))
    return path


def _values(doc: vanban.VanBan) -> dict[str, object]:
    """What docxtpl is given: the values that our template gets, and the lines of the body."""
    registry = plugins.registry()
    kind = registry.document_type(doc.loai)
    standard = registry.standard(kind.tieu_chuan)
    template = shipped.load(_template(doc), standard, DEFAULT_SIZE)
    around = Surroundings(standard, template.styles, standard.page.be_rong_chu, template.co)
    built = context.build(doc, kind, BodyWriter.of(doc, around), template.section)
    return {**built.values, "dong_noi_dung": [_line(block) for block in doc.noi_dung]}


def _line(block: Block) -> dict[str, object]:
    mark = f"{block.dau} " if isinstance(block, DeMuc) else ""
    heading = isinstance(block, DeMuc) and block.tieu_de
    text = plain(block.chu) if isinstance(block, DeMuc | Doan) else ""
    return {"chu": mark + text, "tieu_de": heading}


if __name__ == "__main__":
    main()
