"""Findings about a template: their ids, how bad each is, and where they point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from vanban.errors import short
from vanban.findings import Finding, Severity
from vanban.location import Place
from vanban.word.tagged_text import TaggedStory

UNKNOWN, SYNTAX, CROSSING, MISPLACED = "META-020", "META-021", "META-022", "META-023"
ABSENT, WORDS, LOOK, FONT, PAGE, OPTIONAL = (f"META-02{n}" for n in range(4, 10))

SEVERITIES: Mapping[str, Severity] = {
    UNKNOWN: Severity.ERROR,
    SYNTAX: Severity.ERROR,
    CROSSING: Severity.ERROR,
    MISPLACED: Severity.ERROR,
    ABSENT: Severity.WARNING,
    WORDS: Severity.WARNING,
    LOOK: Severity.WARNING,
    FONT: Severity.WARNING,
    PAGE: Severity.WARNING,
    OPTIONAL: Severity.INFO,
}
"""Every finding about a template by its id: what stops rendering is an error."""


class Findings(Struct, frozen=True):
    """Makes the findings about one template.

    Attributes:
        path: its path.
        stories: its parts, the main text first.
    """

    path: str
    stories: Sequence[TaggedStory]

    def at(
        self, rule: str, message: str, story: TaggedStory, line: int, basis: str = ""
    ) -> Finding:
        """A finding at a paragraph (from 1) of a part; 0 is the whole file."""
        if not line:
            return self.whole(rule, message, basis)
        part = () if story.part == self.stories[0].part else (story.part,)
        quote = short(story.lines[line - 1].text.strip())
        place, path = Place(self.path), (*part, "doan", line)
        return Finding(rule, SEVERITIES[rule], message, place, basis, path, quote)

    def whole(self, rule: str, message: str, basis: str = "") -> Finding:
        """A finding about the whole file."""
        return Finding(rule, SEVERITIES[rule], message, Place(self.path), basis)

    def order(self, finding: Finding) -> tuple[int, int]:
        """Where a finding stands among others: by part and paragraph, the whole file last."""
        parts = [story.part for story in self.stories]
        match finding.path:
            case ("doan", int(line)):
                return 0, line
            case (str(part), "doan", int(line)):
                return parts.index(part), line
        return len(parts), 0
