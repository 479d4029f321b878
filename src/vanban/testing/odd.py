"""Odd documents that every rule must survive, each within seconds.

The rules run in another process, so that one that never ends can be told and left behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection

from vanban import api
from vanban.findings import Finding
from vanban.messages import _
from vanban.plugins import Registry
from vanban.rules.base import Subject
from vanban.testing.plugin import find
from vanban.testing.sources import completed

SECONDS = 5.0
"""So long a rule may take for one document, a hundred times what the slowest should."""
_START = 60.0
"""So long another process may take to begin."""


def bodies() -> Mapping[str, str]:
    """The odd texts by what is odd in them."""
    return {
        "empty": "",
        "one letter": "a",
        "one long word": "a" * 20_000,
        "one long line": "Căn cứ Luật số 1/2026/QH15 ngày 01/01/2026, " * 500,
        "many lines": "\n  ".join(["Đoạn văn có 12 chữ và ngày 05/3/2026."] * 2_000),
        "only signs": "(((( [[[[ …… //// ---- 1.1.1.1.1 ;;;;",
        "only blanks to fill": "[…] [Nội dung] ______ …………",
        "other scripts": "Văn bản 漢字 عربي a\u0301 \U0001f600 Ｆｕｌｌ",
        "headings without text": "\n  ".join(f"{n}. Mục {n}" for n in range(1, 40)),
        "a table": "Bảng: Số liệu\n  | A | B |\n  |---|---|\n  | 1.000 | -5% |\n  | | x |",
    }


def sources(types: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Odd sources by their names, for some types and a kế hoạch."""
    for slug in (*types, "ke-hoach"):
        yield f"{slug}, nothing but the type", f"loai: {slug}\n"
        for name, text in bodies().items():
            body = f"noi_dung: |\n  {text}\n" if text else "noi_dung:\n"
            yield f"{slug}, {name}", completed(f"loai: {slug}\n{body}")


def faults(plugin: str, rules: Sequence[str]) -> Iterator[str]:
    """What the rules of a plugin do not survive."""
    left = list(rules)
    while left:
        done, fault = _attempt(plugin, left)
        if fault:
            yield fault
        left = left[done:]


def _attempt(plugin: str, rules: Sequence[str]) -> tuple[int, str]:
    """Run rules until one fails: how many are done with, and what is wrong with the last."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(there, plugin, tuple(rules)), daemon=True)
    worker.start()
    there.close()
    done, doing, wait = 0, "", _START
    try:
        while here.poll(wait):
            told = here.recv()
            if told is None:
                return len(rules), ""
            done, doing, fault = told
            if fault:
                return done + 1, f"{rules[done]}: {doing}: {fault}"
            wait = SECONDS
        late = _("chưa xong sau {seconds} giây").format(seconds=int(SECONDS))
        return done + 1, f"{rules[done]}: {doing}: {late}"
    except EOFError:
        return done + 1, f"{rules[done]}: {doing}: " + _("tiến trình dừng đột ngột")
    finally:
        worker.kill()
        worker.join()


def _work(pipe: Connection, plugin: str, rules: Sequence[str]) -> None:
    known = find(plugin)
    odd = [(name, text.encode()) for name, text in sources(known.types)]
    subjects = [(name, _subject(name, data, known.registry)) for name, data in odd]
    by_id = {rule.id: rule for rule in known.registry.rules}
    for number, rule_id in enumerate(rules):
        rule = by_id[rule_id]
        for name, subject in subjects:
            pipe.send((number, name, ""))
            if rule.check is None:
                continue
            try:
                found = list(rule.check(rule, subject))
                wrong = next((f for f in found if not isinstance(f, Finding)), None)
                fault = f"{wrong!r} is no Finding" if wrong is not None else ""
            except Exception as error:
                fault = f"{type(error).__name__}: {error}"
            if fault:
                pipe.send((number, name, fault))
    pipe.send(None)


def _subject(name: str, data: bytes, registry: Registry) -> Subject:
    reading = api.read(f"{name}.yaml", data=data, use_profile=False, registry=registry)
    return api.subject_of(reading, registry=registry)
