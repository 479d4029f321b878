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
from vanban.standards.load import Standard
from vanban.viet.text import nearest
from vanban.word import forms, package, tags
from vanban.word.package import Entry
from vanban.word.parts import RELATIONSHIPS, TYPES, with_footnotes
from vanban.word.plain_template import PlainTemplate, UnknownName, compile_plain
from vanban.word.style_sheet import style_id, style_xml

if TYPE_CHECKING:
    from vanban.word.environment import JinjaPart

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_TAGGED = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
_SECTION = re.compile(r"<w:sectPr(?:(?!<w:sectPr).)*?</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_SECTION_MARK = "\ue000"  # stands for the last section in the compiled document
_STYLE = re.compile(
    r'<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>.*?<w:name w:val="([^"]+)"', re.DOTALL
)

class Template(Struct, frozen=True):
    """A compiled template.

    Attributes:
        path: where it came from, for messages.
        co: the size set that it was made for.
        section: ``w:sectPr`` of the main text.
        styles: style id for each slug of the standard.
        static: parts that no document changes, ready to be written.
        texts: parts that the writer may have to add to.
        tagged: parts that have tags, compiled, by name.
        long_way: tagged parts whose tables are repaired after rendering.
    """

    path: str
    co: str
    section: str
    styles: Mapping[str, str]
    static: Mapping[str, Entry]
    texts: Mapping[str, str]
    tagged: Mapping[str, PlainTemplate | JinjaPart]
    long_way: frozenset[str]

    def render(self, name: str, values: Mapping[str, Any], section: str = "") -> str:
        """A tagged part with the values put in.

        Raises:
            TemplateError: the template asks for a name that nothing has.
        """
        try:
            xml = self.tagged[name].render(values)
        except UnknownName as error:
            raise _asked_for_unknown(str(error.args[0]), self.path, values) from None
        except (TypeError, ValueError) as error:
            raise _unprintable(error, self.path) from None
        head, mark, tail = xml.rpartition(_SECTION_MARK)
        whole = head + section + tail if mark else xml
        return tags.repair(whole) if name in self.long_way else whole


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
    if DOCUMENT not in parts:
        raise TemplateError.at(_("Tệp không có nội dung Word (word/document.xml)."), Place(path))
    texts = {name: _decode(parts[name], path) for name in parts if _is_text(name)}
    texts = with_footnotes(texts, forms.empty_footnotes())
    tagged_texts = {name: texts[name] for name in texts if _has_tags(name, texts[name])}
    if not resolved:
        tagged_texts = {name: tags.patch(xml) for name, xml in tagged_texts.items()}
    texts[STYLES], styles = _styles(texts.get(STYLES, ""), standard, co)
    section = _SECTION.search(tagged_texts[DOCUMENT])
    if section is None:
        raise TemplateError.at(_("Mẫu không có thiết lập trang (sectPr)."), Place(path))
    tagged = {
        name: _compiled(_SECTION.sub(_SECTION_MARK, xml) if name == DOCUMENT else xml, path)
        for name, xml in tagged_texts.items()
    }
    return Template(
        path=path,
        co=co,
        section=section[0],
        styles=styles,
        static=_static(parts, texts, tagged),
        texts=texts,
        tagged=tagged,
        long_way=frozenset(n for n in tagged if n in parts and tags.needs_repair(texts[n])),
    )


def _static(
    parts: Mapping[str, bytes], texts: Mapping[str, str], tagged: Mapping[str, object]
) -> dict[str, Entry]:
    names = [*parts, *(name for name in texts if name not in parts)]
    return {
        name: package.deflate(name, texts[name].encode() if name in texts else parts[name])
        for name in names
        if name not in tagged
    }


def _is_text(name: str) -> bool:
    return bool(_TAGGED.fullmatch(name)) or name in {STYLES, TYPES, RELATIONSHIPS}


def _has_tags(name: str, xml: str) -> bool:
    """document.xml always counts as tagged; other parts when a tag is in sight."""
    if not _TAGGED.fullmatch(name):
        return False
    return name == DOCUMENT or "{{" in re.sub("<[^>]+>", "", xml) or "{%" in xml


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
    ids = {name: style for style, name in _STYLE.findall(xml)}
    wording = standard.wording["kinh_gui"]
    missing = [s for s in standard.styles.values() if s.ten not in ids]
    added = "".join(style_xml(style, standard.page, co, wording) for style in missing)
    head, end, tail = xml.rpartition("</w:styles>")
    return head + added + end + tail, {
        style.slug: ids.get(style.ten, style_id(style.slug)) for style in standard.styles.values()
    }


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateError.at(_("Mẫu có phần không phải UTF-8."), Place(path)) from None


def _asked_for_unknown(name: str, path: str, values: Mapping[str, Any]) -> TemplateError:
    near = nearest(name, values)
    return TemplateError.at(
        _("Mẫu dùng tên «{name}» không có trong dữ liệu.").format(name=name),
        Place(path),
        _("Có phải «{near}» không?").format(near=near) if near else None,
    )


def _unprintable(error: Exception, path: str) -> TemplateError:
    return TemplateError.at(
        _("Thẻ trong mẫu không tính được: {error}.").format(error=error), Place(path)
    )
