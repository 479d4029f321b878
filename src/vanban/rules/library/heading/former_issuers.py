"""ND30-H-017: the name of an issuing body that is no more (PLI-I-II.2)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.rules.base import Rule, Subject
from vanban.rules.library.administration import administration
from vanban.rules.library.administration.former_bodies import blamed
from vanban.rules.library.heading.issuers import plain, with_superior
from vanban.viet.text import words_of

_INSPECTORATE = "thanh tra"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A name of a body that is no more; "Thanh tra" alone is judged with the body above."""
    yield from administration.former(rule, subject)
    for path, body in with_superior(subject):
        if plain(body.ban_hanh) == _INSPECTORATE:
            found = blamed(f"{body.ban_hanh} {body.chu_quan}", subject.as_of)
            if found and words_of(found.what).startswith(_INSPECTORATE):
                message = administration.message(rule, found)
                quote = body.ban_hanh or ""
                yield rule.finding(subject, message, (*path, "ban_hanh"), quote=quote)
