"""Fields that are open while a story is read: a field may begin in one paragraph and end later."""

from __future__ import annotations

from vanban.layout.marks import Field
from vanban.patterns import later
from vanban.word.reader.content import Content, Path

_MOST_OPEN = 40
_LONGEST = 4_000  # letters kept of an instruction, of a result
_LINK = later(r'HYPERLINK\s+(\\l\s+)?(?:"([^"]*)"|(\S+))')


class OpenField:
    """A field between its begin and its end.

    Attributes:
        owner: the content of the paragraph that it begins in; None once that is complete.
        showing: whether its instruction is over and its result shows.
    """

    __slots__ = (
        "at",
        "instruction",
        "kind",
        "link",
        "locked",
        "owner",
        "path",
        "result",
        "showing",
    )

    def __init__(self, owner: Content, path: Path, locked: bool) -> None:
        self.owner: Content | None = owner
        self.path = path
        self.locked = locked
        self.at = owner.length
        self.instruction = ""
        self.result = ""
        self.kind: str | None = None
        self.link: str | None = None
        self.showing = False

    def show(self, at: int) -> None:
        """The instruction is over."""
        self.showing = True
        self.at = at if self.owner else self.at
        self.instruction = " ".join(self.instruction.split())
        self.kind = self.instruction.partition(" ")[0].upper() or None
        found = _LINK.match(self.instruction)
        if found:
            self.link = ("#" if found[1] else "") + (found[2] or found[3] or "")

    def finish(self) -> None:
        """Hands the field to the paragraph where it begins."""
        if self.owner is None:
            return
        if not self.showing:
            self.show(self.at)
        if self.kind:
            self.owner.fields.append(
                Field(self.kind, self.instruction, self.result, self.at, self.path, self.locked)
            )
        self.owner = None


class Fields:
    """The fields of a story that are ``open``, the innermost last."""

    def __init__(self) -> None:
        self.open: list[OpenField] = []
        self._beyond = 0
        self.hiding = 0
        """How many of them still give their instruction: as long as one does, nothing shows."""

    def begin(self, owner: Content, path: Path, locked: bool = False) -> None:
        """A field begins."""
        if len(self.open) >= _MOST_OPEN:
            self._beyond += 1
            return
        self.open.append(OpenField(owner, path, locked))
        self.hiding += 1

    def instruct(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self.open and not self.open[-1].showing:
            field = self.open[-1]
            field.instruction = (field.instruction + text)[:_LONGEST]

    def separate(self, at: int) -> None:
        """The instruction of the innermost field is over."""
        if self.open and not self._beyond and not self.open[-1].showing:
            self.open[-1].show(at)
            self.hiding -= 1

    def end(self) -> None:
        """The innermost field ends."""
        if self._beyond:
            self._beyond -= 1
        elif self.open:
            field = self.open.pop()
            self.hiding -= not field.showing
            field.finish()

    def shown(self, text: str) -> None:
        """Text shows: it belongs to the results of all fields that are open."""
        for field in self.open:
            if field.owner is not None and len(field.result) < _LONGEST:
                field.result += text

    def close(self, owner: Content) -> None:
        """A paragraph is complete: its fields keep what they have shown so far."""
        for field in self.open:
            if field.owner is owner and field.showing:
                field.finish()

    @property
    def kind(self) -> str | None:
        """The kind of the innermost field that shows; None outside fields."""
        return self.open[-1].kind if self.open else None

    @property
    def link(self) -> str | None:
        """Where the innermost field with a link leads; None when none does."""
        return next((f.link for f in reversed(self.open) if f.link), None)
