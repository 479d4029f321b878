"""Warm: one document to a file, one core, in a process that has been running for a while.

``python benchmarks/render.py [--rounds 25]`` prints this table alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import files
import own_template
import peers
from content import DOCUMENT, EXAMPLES, Example, lines, words
from options import Options, alone
from report import (
    MILLISECONDS,
    TIMES,
    Row,
    Section,
    Table,
    Target,
    Words,
    at_least,
    at_most,
    figure,
    same,
)
from timing import Times, Worker, Workers, fastest, interleaved
from vanban.word import package

OURS, CHECKED, FLOOR, SAME = "render", "checked", "floor", "same"
MAKER = str(Path(__file__).parent / "makers" / "use_vanban.py")
WAYS = (FLOOR, OURS, CHECKED)
LABELS = {
    FLOOR: Words(
        "mức sàn: XML đã xong → nén → zip → tệp", "floor: finished XML → deflate → zip → file"
    ),
    OURS: Words("vanban: văn bản đã đọc → .docx", "vanban: document → .docx"),
    CHECKED: Words(
        "vanban: YAML → đọc, kiểm tra mọi quy tắc → .docx",
        "vanban: YAML → read, checked by all rules → .docx",
    ),
    SAME: Words("docxtpl, mẫu và dữ liệu của vanban", "docxtpl, vanban's template and data"),
    peers.DOCXTPL.name: Words("docxtpl, mẫu đơn giản", "docxtpl, plain template"),
}


def section(options: Options) -> Section:
    """The table of warm runs, and the targets of rendering."""
    times = {e.name: _times(e, options) for e in EXAMPLES}
    named = times[EXAMPLES[0].name]
    rows = [Row(_label(n), [c for t in times.values() for c in _cells(t, n)]) for n in named]
    columns = [
        Words(f"{e.name} {unit.vi}", f"{e.name} {unit.en}")
        for e in EXAMPLES
        for unit in (MILLISECONDS, TIMES)
    ]
    title = Words("Một văn bản ra tệp, một lõi", "One document to a file, one core")
    table = Table(title, columns, rows)
    return Section([table], [t for name, found in times.items() for t in _targets(name, found)])


def ours(what: str, example: Path, options: Options) -> Worker:
    """A worker of vanban."""
    command = [sys.executable, MAKER, what, str(example), str(options.folder / f"{what}.docx")]
    return Worker(command, peers.environment())


def theirs(peer: peers.Peer, example: Example, options: Options) -> list[str]:
    """The command that makes an example with another engine."""
    folder = options.folder
    template, data = files.template(example, peer, folder), files.data(example, folder)
    return peer.command(template, data, result(peer.name, example, options))


def result(name: str, example: Example, options: Options) -> Path:
    """The file that another engine writes."""
    return options.folder / f"{example.name}-{name}-out.docx"


def _times(example: Example, options: Options) -> Times:
    engines = [peer for peer in options.peers if peer.maker]
    with Workers() as workers:
        for what in WAYS:
            workers[what] = ours(what, example.source, options)
        workers[SAME] = Worker(_same(example, options), peers.environment(peers.DOCXTPL))
        for peer in engines:
            command = theirs(peer, example, options)
            workers[peer.name] = Worker(command, peers.environment(peer))
        times = interleaved(workers, options.rounds)
    for name in (SAME, *(peer.name for peer in engines)):
        _prove(result(name, example, options), example, name)
    return times


def _same(example: Example, options: Options) -> list[str]:
    """The command that makes an example with docxtpl and what vanban itself works with."""
    folder = options.folder
    template, data = own_template.template(example, folder), own_template.data(example, folder)
    return peers.DOCXTPL.command(template, data, result(SAME, example, options))


def _prove(path: Path, example: Example, engine: str) -> None:
    """Tell of an engine that has lost words, whose time says nothing."""
    made = package.read(path.read_bytes())[DOCUMENT].decode()
    text = "".join(words(made).split())
    lost = [line.text for line in lines(example) if "".join(line.text.split()) not in text]
    if lost:
        print(f"{engine} lost {len(lost)} lines of {example.name}: {lost[0]!r}", file=sys.stderr)


def _label(name: str) -> Words:
    return LABELS.get(name) or same(name)


def _cells(times: Times, name: str) -> Sequence[str]:
    return figure(times.ms(name)), figure(times.ratio(name, OURS))


def _targets(example: str, times: Times) -> list[Target]:
    node = fastest(times, [peer.name for peer in peers.ALL if peer.node and peer.name in times])
    quickest = times.ratio(node, OURS) if node else None
    told = (
        Words("so với docxtpl cùng mẫu", "against docxtpl, same template"),
        Words("so với gói nhanh nhất của node", "against node's fastest engine"),
        Words("so với mức sàn", "against the floor"),
        Words("đọc, kiểm tra, in, so với docxtpl", "read, checked, made, against docxtpl"),
    )
    same_template, engines, floor, checked = (
        Words(f"{example}: {vi}", f"{example}: {en}") for vi, en in told
    )
    return [
        at_least(same_template, times.ratio(SAME, OURS), 40),
        at_least(engines, quickest, 10),
        at_most(floor, times.ratio(OURS, FLOOR), 2.5),
        at_least(checked, times.ratio(SAME, CHECKED), 12),
    ]


if __name__ == "__main__":
    alone(__doc__, section)
