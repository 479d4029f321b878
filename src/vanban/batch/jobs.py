"""What a batch is told to do, and what came of each document: plain data, fit for any process."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from vanban.findings import Finding


class Item(Struct, frozen=True):
    """One document to be made.

    Attributes:
        number: the row of the table, or the place in the list of files, from 1.
        output: the file to be written.
        source: the source file; empty for a row of a table.
        values: the cells of the row, one for each column of the job.
        digest: of everything that the document is made of: the same digest, the same document.
        faults: why it cannot be made, known before it is tried: a cell that shows an error.
        notes: what is to be told as warnings: an empty cell.
    """

    number: int
    output: str
    source: str = ""
    values: tuple[str, ...] = ()
    digest: str = ""
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Columns(Struct, frozen=True):
    """What the columns of a table are for.

    Attributes:
        placeholders: folded names of placeholders, each with the number of its column.
        fields: the fields that other columns fill, each the names that lead to it with the
            number of the column.
    """

    placeholders: tuple[tuple[str, int], ...] = ()
    fields: tuple[tuple[tuple[str, ...], int], ...] = ()


class Job(Struct, frozen=True):
    """What is the same for all documents of a batch.

    Attributes:
        id: of this very job: what is made, of what, where to.
        folder: the folder that relative paths start from.
        pattern: the source that rows are filled into; empty for files.
        data: its bytes, so that all rows are filled into the same even if it changes meanwhile.
        base: the digest of what all documents are made of.
        columns: what the columns of the rows are for.
        table: the file of the rows, for messages.
        template: an office's own Word template; None takes the one of the document.
        fields: settings ``field=value`` put over what sources say.
        profile: the office profile; None looks for one.
        use_profile: False reads no profile.
        offline: whether this machine stands apart from all networks, for secret documents.
        check: whether documents are checked.
        allow_errors: whether a document with an error is made all the same.
        write: whether files are written; False only looks.
        language: that of messages.
    """

    id: str
    folder: str
    pattern: str = ""
    data: bytes = b""
    base: bytes = b""
    columns: Columns = Columns()
    table: str = ""
    template: str | None = None
    fields: tuple[str, ...] = ()
    profile: str | None = None
    use_profile: bool = True
    offline: bool = False
    check: bool = True
    allow_errors: bool = False
    write: bool = True
    language: str = "vi"


class Status(StrEnum):
    """What came of a document."""

    DONE = "done"
    """It was made, and no error is known in it."""
    FAULTY = "faulty"
    """It was made though it has an error."""
    HELD = "held"
    """It was not made, for it has an error."""
    FAILED = "failed"
    """It could not be made: an unreadable source, a full disk, a bug."""


class MadeOf(Struct, frozen=True):
    """A file that a document was made of beside its source: an image, a template, a profile.

    Size and time of change (nanoseconds) are those of the moment; -1 where there was no file.
    """

    path: str
    size: int
    changed: int


class Outcome(Struct, frozen=True, omit_defaults=True):
    """What came of one document.

    Attributes:
        number, output, digest: those of the item.
        status: what came of it.
        size: the bytes that were written; 0 for none.
        errors, warnings: how many findings of each kind there are.
        reasons: what is wrong, a sentence each, the gravest first.
        seconds: how long it took.
        files: the files that it was made of beside its source.
    """

    number: int
    output: str
    digest: str
    status: Status
    size: int = 0
    errors: int = 0
    warnings: int = 0
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0
    files: tuple[MadeOf, ...] = ()

    @property
    def rendered(self) -> bool:
        """Whether the document is there."""
        return self.status in {Status.DONE, Status.FAULTY}


MOST_REASONS = 20
"""So many reasons are kept of a document."""


def told(finding: Finding) -> str:
    """A finding as a reason: "ND30-T-006 ke-hoach.yaml:3:4 Trích yếu …"."""
    place = f" {finding.place}" if finding.place else ""
    return f"{finding.rule}{place}: {finding.message}"
