"""The signer's office: without the name of his body, a deputy's by its full title.

ND30-K-014 (PLI-I-II.7.c) and K-026.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.library.passages import blame
from vanban.rules.library.signing.authority import Line, every, signers
from vanban.rules.library.signing.councils import is_council, of_a_council
from vanban.rules.library.signing.offices import beginning, body, full, office
from vanban.viet.text import words_of

_OF_THE_HEAD = frozenset({"", "KT", "Q"})


def named_twice(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """An office followed by the name of the only issuing body, TL. and councils left out."""
    doc = subject.doc
    if len(doc.co_quan) != 1 or of_a_council(doc):
        return
    issuer = full(doc.co_quan[0].ban_hanh or "")
    for index, lines in enumerate(signers(doc)):
        if not _names_his_body(doc, index, lines):
            continue
        for line in lines:
            name = _body_name(line, rule.data["can_ten"])
            if name and _is_name(name, issuer):
                yield _finding(rule, subject, line, name)


def _finding(rule: Rule, subject: Subject, line: Line, name: str) -> Finding:
    end = len(line.text.rstrip())
    start = len(line.text[: end - len(name)].rstrip())
    message = _("Không ghi tên cơ quan sau chức vụ; ghi «{right}».")
    message = message.format(right=line.text[:start].strip())
    return blame(rule, subject, line.path, start, end, message, right="", safe=False)


def _names_his_body(doc: VanBan, index: int, lines: tuple[Line, ...]) -> bool:
    """Whether a signer signs as head or deputy of the issuing body, for nobody else."""
    if doc.ky[index].vai_tro or any(line.prefix in {"TL", "TUQ"} for line in lines):
        return False
    return not any(line.prefix == "TM" and is_council(line.rest) for line in lines)


def _body_name(line: Line, nameless: Sequence[str]) -> str:
    """What follows the office in a line; empty when it is none, or spelt with odd blanks.

    ``nameless`` are offices that say nothing without their body ("Ủy viên").
    """
    if line.prefix not in _OF_THE_HEAD or " ".join(line.rest.split()) != line.rest:
        return ""
    if beginning(line.rest, nameless):
        return ""
    deputy = len("phó ") if words_of(line.rest).startswith("phó ") else 0
    known = office(line.rest[deputy:])
    return line.rest[deputy + len(known) :].strip() if known else ""


def _is_name(text: str, issuer: str) -> bool:
    """Whether a text is the name of the issuer, or a part or more of it; "Sở" alone is none."""
    name = full(text)
    told = body(name) not in {"", name}
    return told and bool(issuer) and bool(beginning(issuer, [name]) or beginning(name, [issuer]))


def short(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Short names of deputies ("Phó phòng"), which ``tu`` maps to the full ones."""
    full_titles = {words_of(name): right for name, right in rule.data["tu"].items()}
    for line in every(subject.doc):
        name = beginning(line.rest, full_titles)
        following = words_of(line.rest)[len(name) :].split()[:1]
        if name and following != ["trưởng"]:
            start = len(line.text.rstrip()) - len(line.rest)
            quote, right = line.rest[: len(name)], full_titles[name]
            message = _("«{quote}» là cách gọi tắt; chức vụ đầy đủ là «{right}».")
            message = message.format(quote=quote, right=right)
            end = start + len(name)
            yield blame(rule, subject, line.path, start, end, message, right=right, safe=False)
