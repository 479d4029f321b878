"""Plain data that a plugin's reader made of a source, as nodes that know their file only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from vanban.errors import SourceError, short
from vanban.location import Place
from vanban.messages import _
from vanban.model.origin import Segment, Span
from vanban.sources.building import Builder, root_missing, root_refused
from vanban.sources.nodes import Node, Scalar
from vanban.sources.text import plain_breaks, refuse_escaped_controls
from vanban.sources.tree import Tree
from vanban.viet.text import nfc

Reader = Callable[[bytes, str], Any]
"""Makes the fields of a document of the bytes of a file and its name."""


def read(reader: Reader, data: bytes, path: str) -> Tree:
    """What a reader makes of a source.

    Raises:
        SourceError: the reader refuses the source, fails, or returns what is no document.
    """
    try:
        made = reader(data, path)
    except SourceError:
        raise
    except (ValueError, SyntaxError) as error:
        raise _refusal(error, path) from None
    except Exception as error:  # a plugin's bug must not end in a traceback
        reason = f"{type(error).__name__}: {error}"
        message = _("Phần mở rộng đọc tệp này bị lỗi: {reason}.").format(reason=reason)
        raise SourceError.at(message, Place(path)) from None
    return made if isinstance(made, Tree) else Tree(_nodes(made, path), path, "", ())


def _refusal(error: Exception, path: str) -> SourceError:
    """What a reader says of a file that it cannot read, with the place where it tells one."""
    line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
    message = _("Không đọc được tệp: {error}.").format(error=short(str(error)).rstrip("."))
    return SourceError.at(message, Place(path, line, column) if line else Place(path))


def _nodes(made: Any, path: str) -> Node:
    if not isinstance(made, Mapping):
        raise root_refused(Place(path))
    if not made:
        raise root_missing(Place(path))
    builder = Builder(path)
    _add(builder, made, path)
    return builder.root()


def _add(builder: Builder, value: Any, path: str) -> None:
    """Give a value to the builder, which refuses what nests without end."""
    if isinstance(value, Mapping):
        builder.open(Place(path), record=True)
        for key, item in value.items():
            builder.add(_scalar(key, path))
            _add(builder, item, path)
        builder.close()
    elif isinstance(value, list | tuple):
        builder.open(Place(path), record=False)
        for item in value:
            _add(builder, item, path)
        builder.close()
    else:
        builder.add(_scalar(value, path))


def _scalar(value: Any, path: str) -> Scalar:
    typed = plain_breaks(nfc(_typed(value, path).replace("\r\n", "\n")))
    refuse_escaped_controls(typed, Place(path))
    unknown = Span(path, (Segment(0, 0, 0, 0),), exact=False)
    return Scalar(typed, unknown, "quoted", absent=value is None)


def _typed(value: Any, path: str) -> str:
    """A value as an author would type it."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "có" if value else "không"
        case date():  # a datetime too: documents have days
            return f"{value:%d/%m/%Y}"
        case int() | Decimal():
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        case float():
            return f"{Decimal(repr(value)):f}"
    kind = f"{type(value).__name__} {short(repr(value))}"
    message = _("Phần mở rộng đọc tệp này trả về giá trị không dùng được: {value}.")
    raise SourceError.at(message.format(value=kind), Place(path))
