"""A Word template, compiled once and rendered many times.

Compiling resolves and compiles the tags of each part that has any, finds the named styles
(adding those that an office's template lacks) and deflates everything that no document
changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.standards.load import Standard
from vanban.viet.text import nearest
from vanban.word import blank, footnotes, images, package, tags
from vanban.word.package import Entry
from vanban.word.parts import RELATIONSHIPS, STYLES, TYPES, of_a_document, with_part
from vanban.word.plain_template import PlainTemplate, UnknownName, compile_plain
from vanban.word.style_sheet import (
    NOTE_MARK,
    NOTE_STYLE,
    note_mark_xml,
    style_id,
    style_xml,
    styles_xml,
)

if TYPE_CHECKING:
    from vanban.word.environment import JinjaPart

DOCUMENT = "word/document.xml"
LAST_SECTION = later(r"<w:sectPr(?:(?!<w:sectPr).)*?</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
"""The properties of the last section, which stand at the end of a body."""
_SECTION_MARK = "\ue000"  # stands for the last section in the compiled document
_STYLE = later(r'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>.*?<w:name w:val="([^"]+)"', re.DOTALL)


class Template(Struct, frozen=True):
    """A compiled template.

    Attributes:
        path: where it came from, for messages.
        co: the size set that it was made for.
        section: ``w:sectPr`` of the main text.
        last_note: highest id of a footnote of its own, 0 for none.
        last_drawing: the same of drawings.
        styles: style id for each slug of the standard.
        static: parts that no document changes, ready to be written.
        texts: parts that the writer may have to add to.
        tagged: parts that have tags, compiled, by name.
        long_way: tagged parts whose tables are repaired after rendering.
        own: an office's own template, whose tags may give what Word cannot open.
    """

    path: str
    co: str
    section: str
    last_note: int
    last_drawing: int
    styles: Mapping[str, str]
    static: Mapping[str, Entry]
    texts: Mapping[str, str]
    tagged: Mapping[str, PlainTemplate | JinjaPart]
    long_way: frozenset[str]
    own: bool = False

    def render(self, name: str, values: Mapping[str, Any], section: str = "") -> str:
        """A tagged part with the values put in.

        Raises:
            TemplateError: it asks for a name that nothing has, or gives a broken file.
        """
        try:
            xml = self.tagged[name].render(values)
        except UnknownName as error:
            raise _asked_for_unknown(str(error.args[0]), self.path, values) from None
        except (TypeError, ValueError, RecursionError, MemoryError) as error:
            raise _unprintable(error, self.path) from None
        head, mark, tail = xml.rpartition(_SECTION_MARK)
        whole = head + section + tail if mark else xml
        if self.own:
            _refuse_broken(whole, self.path)
        return tags.repair(whole) if name in self.long_way else whole

    def printed(self) -> frozenset[str] | None:
        """What its tags print, by the way to it; None when only Jinja can tell."""
        parts = list(self.tagged.values())
        plain = [part.printed() for part in parts if isinstance(part, PlainTemplate)]
        return frozenset[str]().union(*plain) if len(plain) == len(parts) else None


def compile_template(
    parts: Mapping[str, bytes], path: str, standard: Standard, co: str, *, resolved: bool = False
) -> Template:
    """Compile a .docx.

    Args:
        parts: the parts of the package.
        path: its path, for messages.
        standard: where styles come from that the template lacks.
        co: the size set ("14" or "13").
        resolved: whether docxtpl's tags in the parts are Jinja's already.

    Raises:
        TemplateError: it is no Word file, or one of its tags is wrong.
    """
    if DOCUMENT not in parts or TYPES not in parts:
        raise TemplateError.at(
            _("Tệp không có nội dung Word (word/document.xml)."),
            Place(path),
            _("Mở mẫu bằng Word và lưu lại dạng .docx."),
        )
    texts = _texts(parts, path, resolved=resolved)
    texts[TYPES] = of_a_document(texts[TYPES])
    texts = with_part(texts, "footnotes", blank.empty_footnotes())
    if STYLES not in texts:
        texts = with_part(texts, "styles", styles_xml(standard, co))
    tagged_texts = {name: texts[name] for name in texts if _has_tags(name, texts[name])}
    if not resolved:
        tagged_texts = {name: tags.patch(xml) for name, xml in tagged_texts.items()}
    if resolved:  # the template was made of the standard's own styles
        styles = {slug: style_id(slug) for slug in standard.styles}
    else:
        texts[STYLES], styles = _styles(texts[STYLES], standard, co)
    section = LAST_SECTION.search(tagged_texts[DOCUMENT])
    if section is None:
        raise TemplateError.at(
            _("Mẫu không có thiết lập trang (sectPr)."),
            Place(path),
            _("Mở mẫu bằng Word và lưu lại dạng .docx."),
        )
    tagged = {
        name: _compiled(LAST_SECTION.sub(_SECTION_MARK, xml) if name == DOCUMENT else xml, path)
        for name, xml in tagged_texts.items()
    }
    return Template(
        path=path,
        co=co,
        section=section[0],
        last_note=footnotes.last(texts[footnotes.PART]),
        last_drawing=images.last(texts[DOCUMENT]),
        styles=styles,
        static=_static(parts, texts, tagged),
        texts=texts,
        tagged=tagged,
        long_way=frozenset(n for n in tagged if not resolved and tags.needs_repair(texts[n])),
        own=not resolved,
    )


def _texts(parts: Mapping[str, bytes], path: str, *, resolved: bool) -> dict[str, str]:
    """The parts that are worked on, as text; those of an office's template looked through."""
    found = {name: _decode(parts[name], path) for name in parts if _is_text(name)}
    if resolved:
        return found
    from vanban.word.own_template import prepared

    return {name: prepared(name, xml, path) for name, xml in found.items()}


def _refuse_broken(xml: str, path: str) -> None:
    from vanban.word.own_template import refuse_broken

    refuse_broken(xml, path)


def _static(
    parts: Mapping[str, bytes], texts: Mapping[str, str], tagged: Mapping[str, object]
) -> dict[str, Entry]:
    names = [*parts, *(name for name in texts if name not in parts)]
    return {
        name: package.deflate(name, texts[name].encode() if name in texts else parts[name])
        for name in names
        if name not in tagged
    }


def may_have_tags(name: str) -> bool:
    """Whether a part has text in which an office may have put tags.

    >>> [may_have_tags(f"word/{name}.xml") for name in ("document", "header12", "settings")]
    [True, True, False]
    """
    stem = name.removeprefix("word/").removesuffix(".xml")
    if name != f"word/{stem}.xml":
        return name == "docProps/core.xml"
    return stem in {"document", "footnotes"} or stem.rstrip("0123456789") in {"header", "footer"}


def _is_text(name: str) -> bool:
    return may_have_tags(name) or name in {STYLES, TYPES, RELATIONSHIPS}


def _has_tags(name: str, xml: str) -> bool:
    """document.xml always counts as tagged; other parts when a tag is in sight."""
    if not may_have_tags(name):
        return False
    shown = re.sub("<[^>]+>", "", xml)  # a tag may be split over runs
    return name == DOCUMENT or "{{" in shown or "{%" in shown


def _compiled(xml: str, path: str) -> PlainTemplate | JinjaPart:
    """What renders a part: our own steps where they do, else Jinja."""
    plain = compile_plain(xml)
    if plain:
        return plain
    from vanban.word.environment import JinjaPart

    try:
        return JinjaPart(xml)
    except ValueError as error:
        raise TemplateError.at(
            _("Thẻ trong mẫu sai cú pháp ở {error}.").format(error=error),
            Place(path),
            _("Mở mẫu trong Word và sửa thẻ ở đoạn đó."),
        ) from None


def _styles(xml: str, standard: Standard, co: str) -> tuple[str, dict[str, str]]:
    """The styles part with the standard's styles in it, and the id of each."""
    by_name = {name: style for style, name in _STYLE.findall(xml)}
    there = set(by_name.values())
    ids = {s.slug: by_name.get(s.ten, style_id(s.slug)) for s in standard.styles.values()}
    wording = standard.wording["kinh_gui"]
    added = "".join(
        style_xml(style, standard.page, co, wording)
        for style in standard.styles.values()
        if ids[style.slug] not in there
    )
    if NOTE_STYLE not in by_name and NOTE_MARK not in there:
        added += note_mark_xml()
    head, end, tail = xml.rpartition("</w:styles>")
    return head + added + end + tail, ids


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateError.at(
            _("Mẫu có phần không phải UTF-8."),
            Place(path),
            _("Mở mẫu bằng Word và lưu lại dạng .docx."),
        ) from None


def _asked_for_unknown(name: str, path: str, values: Mapping[str, Any]) -> TemplateError:
    inner = (key for value in values.values() for key in _keys(value))
    near = nearest(name, [*values, *inner])
    return TemplateError.at(
        _("Mẫu dùng tên «{name}» không có trong dữ liệu.").format(name=name),
        Place(path),
        _("Có phải «{near}» không?").format(near=near)
        if near
        else _("Các tên dùng được: {names}.").format(names=", ".join(sorted(values))),
    )


def _keys(value: Any) -> Mapping[str, Any]:
    """The names inside a record, or inside the first record of a list."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _unprintable(error: Exception, path: str) -> TemplateError:
    reason = str(error).rstrip(".") or type(error).__name__
    return TemplateError.at(
        _("Thẻ trong mẫu không tính được: {error}.").format(error=reason),
        Place(path),
        _("Mở mẫu trong Word và sửa thẻ đó."),
    )
