"""What is wrong with a YAML text, in Vietnamese, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.sources.building import too_deep
from vanban.sources.yaml_events import yaml

_NO_SPACE = later(r"\s*(?:- +)*[\w -]{1,60}:[^\s/]")
_TWO_COLONS = later(r":\s")


class Fault(Struct, frozen=True):
    """An error of the parser: its own words, the line of the text, and both its places.

    ``opened`` is where the thing began that went wrong; the same as ``place`` if unknown.
    """

    words: str
    text: str
    index: int
    place: Place
    opened_index: int
    opened: Place

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.text[self.text.rfind("\n", 0, self.index) + 1 : self.index]

    @property
    def character(self) -> str:
        """The character at the place; empty at the end of the text."""
        return self.text[self.index : self.index + 1]

    @property
    def opening(self) -> str:
        """The character where the thing began."""
        return self.text[self.opened_index : self.opened_index + 1]


def explain(error: yaml.MarkedYAMLError, text: str, path: str) -> SourceError:
    """The failure to raise for an error of the parser."""
    fault = _fault(error, text, path)
    for words, explanation in _EXPLANATIONS:
        if re.search(words, fault.words):
            return explanation(fault)
    return unexplained(fault.place, error.problem or str(error))


def unexplained(place: Place, words: str) -> SourceError:
    """An error that has no message of its own; ``words`` are the parser's."""
    return _failure(
        place,
        _("Cú pháp YAML không đúng ({words}).").format(words=words),
        _("Xem lại dấu hai chấm, thụt lề và dấu nháy quanh chỗ này, hoặc đặt giá trị trong nháy."),
    )


def second_document(place: Place) -> SourceError:
    """A line ``---`` begins another document."""
    return _failure(
        place,
        _("Dấu “---” mở văn bản thứ hai trong cùng tệp."),
        _("Mỗi tệp một văn bản. Nếu phần sau “---” là nội dung thì đặt tên tệp là .txt hoặc .md."),
    )


def marker(place: Place, character: str) -> SourceError:
    """An alias, an anchor or a tag."""
    return _failure(
        place,
        _("“{character}” ở đầu giá trị là ký hiệu riêng của YAML, không dùng được ở đây.").format(
            character=character
        ),
        _(
            "Nếu giá trị bắt đầu bằng “{character}” thì đặt cả giá trị trong dấu nháy;"
            " nếu định dùng lại một đoạn thì viết lại đoạn đó."
        ).format(character=character),
    )


def merge_key(place: Place) -> SourceError:
    """A key ``<<``."""
    return _failure(
        place, _("Không dùng được khóa gộp “<<”."), _("Viết lại các khóa cần có tại đây.")
    )


def bad_key(place: Place, *, braces: bool = False) -> SourceError:
    """A key that is no text; with ``braces``, it is a ``{{ … }}`` that nobody quoted."""
    if braces:
        return _failure(
            place,
            _("“{{” ở đầu giá trị phải nằm trong dấu nháy."),
            _('Viết cả giá trị trong dấu nháy kép, ví dụ "{{ so }}".'),
        )
    return _failure(
        place,
        _("Khóa phải là chữ trên một dòng."),
        _("Viết “khóa: giá trị”; giá trị bắt đầu bằng “{”, “[” hoặc “?” thì đặt trong dấu nháy."),
    )


def colon_advice(line: str) -> str | None:
    """Advice for ``khóa:giá trị`` without a space; None when the line is no such thing."""
    if _NO_SPACE.match(line):
        return _("Sau dấu hai chấm của khóa phải có một dấu cách.")
    return None


def _failure(place: Place, message: str, advice: str) -> SourceError:
    return SourceError([Problem(message, place, advice)])


def _fault(error: yaml.MarkedYAMLError, text: str, path: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    if mark is None or began is None:
        return Fault(str(error), text, 0, Place(path), 0, Place(path))
    return Fault(
        f"{error.context or ''}: {error.problem or ''}",
        text,
        mark.index,
        Place(path, mark.line + 1, mark.column + 1),
        began.index,
        Place(path, began.line + 1, began.column + 1),
    )


def _tab(fault: Fault) -> SourceError:
    return _failure(
        fault.place,
        _("Thụt lề bằng phím Tab."),
        _("Dùng dấu cách để thụt lề, mỗi tầng hai dấu."),
    )


def _bad_start(fault: Fault) -> SourceError:
    if fault.character == "\t":
        return _tab(fault)
    if not fault.character:
        return _cut_off(fault)
    return _failure(
        fault.place,
        _("Giá trị không được bắt đầu bằng “{character}”.").format(character=fault.character),
        _quote_advice(),
    )


def _cut_off(fault: Fault) -> SourceError:
    return _failure(
        fault.place,
        _("Dữ liệu kết thúc khi còn dấu “[” hoặc “{” chưa được đóng."),
        _("Thêm dấu đóng ngoặc, hoặc đặt cả giá trị trong dấu nháy kép."),
    )


def _quote_advice() -> str:
    return _("Đặt cả giá trị trong dấu nháy kép, hoặc viết nó ở dòng dưới sau dấu “|”.")


def _colon(fault: Fault) -> SourceError:
    if _TWO_COLONS.search(fault.before):
        return _failure(fault.place, _("Giá trị có dấu hai chấm kèm dấu cách."), _quote_advice())
    return _failure(
        fault.place,
        _("Không thể có khóa ở đây: dòng trên chưa xong hoặc dòng này thụt vào quá sâu."),
        _(
            "Thụt lề bằng các khóa cùng tầng; dòng trên thiếu dấu hai chấm thì thêm vào;"
            " giá trị có dấu hai chấm thì đặt trong dấu nháy kép hoặc viết sau dấu “|”."
        ),
    )


def _not_a_pair(fault: Fault) -> SourceError:
    end = fault.text.find("\n", fault.opened_index)
    line = fault.text[fault.opened_index : end if end >= 0 else None]
    return _failure(
        fault.opened,
        _("Dòng này không có dạng “khóa: giá trị”."),
        colon_advice(line)
        or _("Nếu dòng này thuộc nội dung ở trên thì thụt nó vào bằng các dòng kia."),
    )


def _open_quote(fault: Fault) -> SourceError:
    return _failure(
        fault.opened,
        _("Dấu nháy {quote} mở ở đây chưa được đóng.").format(quote=fault.opening),
        _("Thêm dấu nháy ở cuối giá trị, hoặc bỏ dấu nháy đầu."),
    )


def _bad_escape(fault: Fault) -> SourceError:
    return _failure(
        fault.place,
        _("Dấu “\\” trong nháy kép mở một mã mà YAML không hiểu."),
        _("Viết “\\\\”, hoặc dùng dấu nháy đơn thay cho nháy kép."),
    )


def _open_bracket(fault: Fault) -> SourceError:
    return _failure(
        fault.opened,
        _("Dấu “{bracket}” mở ở đây chưa được đóng, hoặc các mục thiếu dấu phẩy.").format(
            bracket=fault.opening
        ),
        _("Nếu “{bracket}” là chữ của giá trị thì đặt cả giá trị trong dấu nháy kép.").format(
            bracket=fault.opening
        ),
    )


def _block_header(fault: Fault) -> SourceError:
    return _failure(
        fault.opened,
        _("Sau dấu “{sign}” không được có chữ trên cùng dòng.").format(sign=fault.opening),
        _("Viết chữ từ dòng dưới và thụt vào; nếu giá trị bắt đầu bằng dấu ấy, đặt nó trong nháy."),
    )


def _indentation(fault: Fault) -> SourceError:
    if fault.character == ":":
        return bad_key(fault.place)
    if fault.before.rstrip(" ")[-1:] in ("]", "}", '"', "'"):
        return _failure(
            fault.place,
            _("Có chữ sau dấu “{closing}” đóng giá trị.").format(
                closing=fault.before.rstrip(" ")[-1]
            ),
            _(
                "Đặt cả giá trị trong một cặp dấu nháy; nháy trong giá trị viết là “ ”"
                " (và xem dòng trên có thiếu dấu nháy đóng không)."
            ),
        )
    return _failure(
        fault.place,
        _("Thụt lề của dòng này không khớp các dòng trên."),
        _("Cho dòng này thẳng với các khóa, mục hoặc dòng nội dung cùng tầng."),
    )


def _marker(fault: Fault) -> SourceError:
    return marker(fault.opened, fault.opening)


def _directive(fault: Fault) -> SourceError:
    return _failure(
        fault.opened,
        _("Dòng bắt đầu bằng “%” là chỉ thị của YAML, không dùng được ở đây."),
        _("Bỏ dòng này, hoặc đặt giá trị trong dấu nháy kép."),
    )


def _second_document(fault: Fault) -> SourceError:
    return second_document(fault.place)


def _too_deep(fault: Fault) -> SourceError:
    return too_deep(fault.place)


# Looked through in this order; the words of libyaml and of PyYAML's own parser differ.
_EXPLANATIONS: tuple[tuple[str, Callable[[Fault], SourceError]], ...] = (
    ("tab character", _tab),
    ("cannot start any token", _bad_start),
    ("mapping values are not allowed", _colon),
    ("quoted scalar: found unexpected", _open_quote),
    ("(quoted|double-quoted) scalar: ", _bad_escape),
    ("simple key: could not", _not_a_pair),
    ("scanning an? (alias|anchor|tag)", _marker),
    ("a block scalar: ", _block_header),
    ("parsing a flow (sequence|mapping)", _open_bracket),
    ("entries are not allowed|keys are not allowed|node content", _bad_start),
    ("document start", _second_document),
    ("directive", _directive),
    ("expected (key|'-'|<block end>)", _indentation),
    ("maximum nesting depth", _too_deep),  # libyaml 0.2.6 gives up before the builder does
)
