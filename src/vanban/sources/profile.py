"""The office profile ``vanban.yaml``: what an office would else write in every file."""

from __future__ import annotations

import os
from pathlib import Path

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.nodes import Node, Pairs, Scalar
from vanban.viet.text import fold

NAME = "vanban.yaml"

WHOLE = frozenset({"ky"})
"""Records that a document replaces whole: a deputy's block must not get the head's name."""


def find(source: Path) -> Path | None:
    """The profile beside or above a source, None when there is none.

    The search stops at the first one, at the root of a repository and at home.
    """
    try:
        folder = Path(os.path.realpath(source)).parent
    except (OSError, ValueError):  # the current folder was deleted; no name of a file
        return None
    home = os.path.expanduser("~")
    for candidate in (folder, *folder.parents):
        if os.path.isfile(candidate / NAME):
            return candidate / NAME
        if str(candidate) == home or os.path.exists(candidate / ".git"):
            return None
    return None


def refuse_as_document(path: str) -> None:
    """Raise SourceError for a profile that is given as a document."""
    if Path(path).name == NAME:
        raise SourceError.at(
            _("Đây là hồ sơ cơ quan, không phải văn bản."),
            Place(path),
            _("Ghi tên tệp văn bản; nếu đây là văn bản thì đổi tên tệp khác vanban.yaml."),
        )


def is_blank(text: str) -> bool:
    """Whether a profile says nothing: blank lines and comments only."""
    return all(not line or line.startswith("#") for line in map(str.strip, text.splitlines()))


def explained(error: SourceError, path: Path) -> SourceError:
    """The failure with a word at each problem in the profile, which nobody named."""
    return SourceError([_explained(problem, str(path)) for problem in error.problems])


def _explained(problem: Problem, path: str) -> Problem:
    if problem.place is None or problem.place.path != path:
        return problem
    note = _("(Đây là hồ sơ cơ quan, đọc cùng mọi văn bản; --no-profile: không dùng.)")
    advice = f"{problem.advice} {note}" if problem.advice else note
    return Problem(problem.message, problem.place, advice)


def merge(document: Node, profile: Node) -> Node:
    """The document with the profile's values where it says nothing.

    Records (``co_quan``, ``dia_chi``) are filled in field by field, lists and ``ky`` taken
    whole from the one or the other.
    """
    if not (isinstance(document, Pairs) and isinstance(profile, Pairs)):
        return document
    given = {fold(key.value): (key, value) for key, value in document.pairs}
    for key, value in profile.pairs:
        name = fold(key.value)
        if name not in given or _absent(given[name][1]):
            given[name] = (key, value)
        elif name not in WHOLE:
            given[name] = (given[name][0], merge(given[name][1], value))
    return Pairs(tuple(given.values()), document.place)


def _absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent
