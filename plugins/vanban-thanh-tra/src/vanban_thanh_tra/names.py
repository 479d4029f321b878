"""TTR-008: the name of the inspected body, spelt in the text as in its field."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban.viet.text import comparable, unaccent
from vanban_thanh_tra import own_fields

LIST = "doi_tuong"
_FEWEST = 3
"""A name of fewer words may be a common one."""
_OWN = 2
"""So many words at the end of a name are those that no other body of its kind has."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A name that the text never has, or has with other accents or capitals."""
    for index, name in enumerate(own_fields.texts(subject.doc, LIST)):
        if len(name.split()) >= _FEWEST and subject.view(_bare):
            yield from _spelt(rule, subject, name)
            if subject.doc.noi_dung and not any(_places(subject, _end(name))):
                message = f"Lời văn không nhắc đến «{name}» ở trường «{LIST}»."
                yield rule.finding(subject, message, (LIST, index), quote=name)


def _end(name: str) -> str:
    return " ".join(name.split()[-_OWN:])


def _spelt(rule: Rule, subject: Subject, name: str) -> Iterator[Finding]:
    """The places where the letters of the name stand with other accents or capitals.

    Words wholly in small letters are common ones: "một số y tế thôn" is not "Sở Y tế".
    """
    for at in _places(subject, name):
        typed = subject.text.whole[at : at + len(name)]
        if (
            not subject.text.quoted(at)
            and not typed.islower()
            and _differs(typed.replace("\u00a0", " "), name)
        ):
            message = f"Tên «{typed}» ở trường «{LIST}» viết là «{name}»."
            yield rule.hit(subject, at, at + len(name), message, right=name, safe=False)


def _differs(typed: str, name: str) -> bool:
    """Whether a name is spelt in another way that counts.

    Not so: words wholly in capitals, a capital at the beginning, the place of a tone.

    >>> _differs("Trường tiểu học Hoà An", "Trường Tiểu học Hòa An")
    True
    >>> _differs("TRƯỜNG TIỂU HỌC HÒA AN", "Trường Tiểu học Hòa An")
    False
    """
    if comparable(typed) != comparable(name):
        return True
    if typed.isupper() or len(typed) != len(name):
        return False
    return any(a.isupper() != b.isupper() for a, b in zip(typed[1:], name[1:], strict=True))


def _places(subject: Subject, name: str) -> Iterator[int]:
    """Where the letters of a name stand as whole words, whatever their accents and capitals.

    Nowhere in a text whose letters cannot be told from their accents one by one.
    """
    bare, wanted = subject.view(_bare), _flat(name)
    at = bare.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        alone = not (bare[at - 1 : at].isalnum() or bare[end : end + 1].isalnum())
        if alone and subject.text.passage(at).path[0] != LIST:
            yield at
        at = bare.find(wanted, at + 1)


def _bare(subject: Subject) -> str:
    flat = _flat(subject.text.whole)
    return flat if len(flat) == len(subject.text.whole) else ""


def _flat(text: str) -> str:
    return unaccent(comparable(text))
