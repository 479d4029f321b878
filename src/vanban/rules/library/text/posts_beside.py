"""The posts that stand beside people's names, which tell namesakes apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from vanban.patterns import later
from vanban.rules.base import Subject
from vanban.rules.lists import named

_BEHIND = later(r"(?:,| -| –) (?P<x>[^,.;()\n]{1,40})")
_NEAR = 40
"""So many characters before a name hold a post."""


def post_behind(subject: Subject, end: int) -> str:
    """The post that follows a name: "Nguyễn Văn An, Giám đốc Sở"; empty for none."""
    found = _BEHIND.match(subject.text.whole, end)
    said = f"{found['x'].lower()} " if found else ""
    return next((post for post in _posts() if said.startswith(f"{post} ")), "")


def has_other_post(subject: Subject, places: Iterable[tuple[int, int]], post: str) -> bool:
    """Whether a name stands beside a post that is not the given one."""
    others = (
        beside
        for start, end in places
        for beside in (post_behind(subject, end), _post_before(subject, start))
        if beside
    )
    return bool(post) and any(not post.startswith(other) for other in others)


def _post_before(subject: Subject, start: int) -> str:
    said = f" {subject.text.whole[max(start - _NEAR, 0) : start].lower()}"
    return next((post for post in _posts() if said.endswith(f" {post} ")), "")


@cache
def _posts() -> tuple[str, ...]:
    """The words that posts begin with, in small letters, longer ones first."""
    known = [post.lower() for post in named("chuc-danh")["chuc_danh"]]
    posts = (*known, *(f"phó {post}" for post in known), *named("ten-nguoi")["viec"])
    return tuple(sorted(posts, key=len, reverse=True))
