"""From a document and a compiled template to the bytes of a .docx."""

from __future__ import annotations

from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.word import context, footnotes, package, parts, sections
from vanban.word.body import BodyWriter, Surroundings
from vanban.word.contents import Outline
from vanban.word.template import DOCUMENT, Template


def render(
    van_ban: VanBan,
    kind: DocumentType,
    standard: Standard,
    template: Template,
    attached: DocumentType | None = None,
    outline: Outline = (),
) -> bytes:
    """The .docx of a document: the same input always gives the same bytes.

    ``attached`` is the type of the text issued with it, None when there is none; ``outline``
    its headings with their pages for a table of contents, empty when they are not known.

    Raises:
        TemplateError: the template asks for something unknown, or an image cannot be read.
    """
    around = Surroundings(
        standard,
        template.styles,
        sections.text_width(template.section) or standard.page.be_rong_chu,
        template.co,
        template.last_note,
        template.last_drawing,
    )
    writer = BodyWriter.of(van_ban, around, attached.ten_in if attached else "")
    built = context.build(van_ban, kind, writer, template.section, attached, outline)
    changed = {
        name: template.render(name, built.values, built.section if name == DOCUMENT else "")
        for name in template.tagged
    }
    notes = writer.footnotes()
    if notes:
        before = changed.get(footnotes.PART, template.texts[footnotes.PART])
        changed[footnotes.PART] = footnotes.part(before, notes)
    files = writer.images.files
    if files:
        changed |= parts.with_images(template.texts, list(files))
    return _archive(template, changed, files)


def _archive(template: Template, changed: dict[str, str], files: dict[str, bytes]) -> bytes:
    contents = {name: xml.encode() for name, xml in changed.items()}
    contents |= {parts.media(name): data for name, data in files.items()}
    ready = {name: package.deflate_own(name, data) for name, data in contents.items()}
    entries = dict(template.static) | ready
    first = entries.pop(parts.TYPES)
    return package.write((first, *entries.values()))
