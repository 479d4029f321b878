"""What one paragraph holds, collected while it is read."""

from __future__ import annotations

from msgspec import Struct

from vanban.layout.drawing import Drawing
from vanban.layout.look import Look
from vanban.layout.marks import Field, NoteMark
from vanban.layout.run import Change, Run

Path = tuple[int, ...]


class State(Struct, frozen=True):
    """What lies around text: a tracked change, a link."""

    change: Change | None = None
    link: str | None = None


PLAIN = State()


class Content:
    """What one paragraph holds; see the attributes of Paragraph."""

    __slots__ = (
        "bookmarks", "breaks", "changes", "comments", "drawings", "fields", "length",
        "notes", "runs", "unread", "unseen",
    )  # fmt: skip

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.unseen: list[Run] = []
        self.notes: list[NoteMark] = []
        self.fields: list[Field] = []
        self.drawings: list[Drawing] = []
        self.bookmarks: list[str] = []
        self.comments: dict[str, None] = {}
        self.unread: dict[str, None] = {}
        self.length = 0
        self.breaks = 0
        self.changes = 0

    def add(
        self,
        text: str,
        look: Look,
        path: Path,
        state: State,
        field: str | None = None,
        link: str | None = None,
    ) -> bool:
        """Adds text with the field and the link it is in; returns whether the page shows it."""
        run = Run(text, look, path, state.change, field, state.link or link)
        if look.hidden or state.change in ("deleted", "moved-away"):
            self.unseen.append(run)
            return False
        self.runs.append(run)
        self.length += len(text)
        return True
