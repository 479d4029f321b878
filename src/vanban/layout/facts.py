"""What a file says of itself beside its text: settings, protection, properties."""

from __future__ import annotations

from msgspec import Struct

from vanban.units import Length, pt


class Settings(Struct, frozen=True):
    """Settings of the whole document.

    Attributes:
        track_changes: whether Word records what is changed.
        protection: what is allowed only: "readOnly", "comments", "trackedChanges", "forms";
            None: the file is not protected.
        write_protected: whether it asks for a password to write, or advises to read only.
        signed: whether it has a digital signature.
        macros: whether it carries macros.
        template: whether it is a template (.dotx, .dotm).
        compat_mode: the Word it is laid out for (15: 2013 and later, 12: 2007); None: older.
        even_and_odd: whether even pages have headers and footers of their own.
        mirror_margins: whether left and right change places on even pages.
        gutter_at_top: whether the gutter is at the top.
        default_tab: distance of tab stops where none is set.
        hyphenation: whether Word breaks words.
        strict: whether it follows the strict standard (ISO 29500).
        theme_language, theme_east_asia, theme_complex: languages that choose the theme's
            fonts; None when not set.
    """

    track_changes: bool = False
    protection: str | None = None
    write_protected: bool = False
    signed: bool = False
    macros: bool = False
    template: bool = False
    compat_mode: int | None = None
    even_and_odd: bool = False
    mirror_margins: bool = False
    gutter_at_top: bool = False
    default_tab: Length = pt(36)
    hyphenation: bool = False
    strict: bool = False
    theme_language: str | None = None
    theme_east_asia: str | None = None
    theme_complex: str | None = None


class Properties(Struct, frozen=True):
    """What the file calls itself; None where it says nothing.

    Dates are as the file writes them ("2026-11-20T08:00:00Z"). ``pages`` and ``words`` are what
    the program counted that saved it; ``application`` is that program.
    """

    title: str | None = None
    subject: str | None = None
    author: str | None = None
    last_editor: str | None = None
    keywords: str | None = None
    description: str | None = None
    category: str | None = None
    language: str | None = None
    created: str | None = None
    modified: str | None = None
    revision: str | None = None
    application: str | None = None
    app_version: str | None = None
    company: str | None = None
    manager: str | None = None
    pages: int | None = None
    words: int | None = None


class Control(Struct, frozen=True):
    """A content control: the box with a title that Word lets people fill in.

    Attributes:
        kind: "text", "rich", "date", "list", "checkbox", "picture", "group", "parts" …
        title, tag: its names; None when it has none.
        placeholder: whether nobody has filled it in.
        locked: whether its content may not be changed.
        part, path: to its ``w:sdt``, as for a paragraph.
    """

    kind: str
    title: str | None
    tag: str | None
    placeholder: bool
    locked: bool
    part: str
    path: tuple[int, ...]
