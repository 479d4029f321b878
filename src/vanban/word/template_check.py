"""What is wrong with an office's own template, each thing at the paragraph where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from vanban.errors import Problem, TemplateError, VanbanError
from vanban.findings import Finding, Severity
from vanban.layout.section import Section
from vanban.location import Place
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.patterns import later
from vanban.standards.load import Standard
from vanban.standards.schema import SIZE_SETS, Style
from vanban.standards.types import DocumentType
from vanban.word import own_template, package, placeholders, reader
from vanban.word import template_look as look
from vanban.word import template_page as page
from vanban.word import template_parts as contents
from vanban.word import template_tags as tags
from vanban.word.tagged_text import TaggedStory, stories, style_look
from vanban.word.template import compile_template, may_have_tags
from vanban.word.template_findings import (
    ABSENT,
    CROSSING,
    FONT,
    LOOK,
    MISPLACED,
    OPTIONAL,
    PAGE,
    SYNTAX,
    UNKNOWN,
    WORDS,
    Findings,
)
from vanban.word.template_names import Names, names

_NAME = later(r"[a-z]\w*(?:\.\w+)*")
_SURE = frozenset({"S", "S-file", "S2"})


def check(
    data: bytes, path: str, standard: Standard, kinds: Sequence[DocumentType]
) -> tuple[Finding, ...]:
    """What is wrong with a template.

    Args:
        data: the .docx.
        path: its path, for the findings.
        standard: what its look is compared with.
        kinds: the types that it is for, at least one; a component is missing when all of
            them need it.

    Returns:
        Findings in the order of the text; their path ends in "doan" and the number of the
        paragraph in its part, after the name of the part where that is not the main text.

    Raises:
        VanbanError: it cannot be read at all.
    """
    try:
        sections = reader.read(data).sections
        return tuple(_Check(_parts(data, path), sections, path, standard, kinds).findings())
    except VanbanError as error:
        problems = [Problem(p.message, p.place or Place(path), p.advice) for p in error.problems]
        raise type(error)(problems) from None


def unprinted(
    data: bytes, path: str, standard: Standard, kind: DocumentType, van_ban: VanBan
) -> tuple[Finding, ...]:
    """What a document says and its office's template has no tag for."""
    return tuple(_Check(_parts(data, path), (), path, standard, [kind]).unprinted(van_ban))


def _parts(data: bytes, path: str) -> Mapping[str, bytes]:
    """The parts of a package, those with tags looked through."""
    parts = dict(package.read(data))
    for name in parts:
        if may_have_tags(name):
            text = parts[name].decode("utf-8-sig", "replace")
            parts[name] = own_template.prepared(name, text, path).encode()
    return parts


class _Check:
    def __init__(
        self,
        parts: Mapping[str, bytes],
        sections: tuple[Section, ...],
        path: str,
        standard: Standard,
        kinds: Sequence[DocumentType],
    ) -> None:
        self.parts, self.path, self.standard, self.kinds = parts, path, standard, kinds
        self.sections, self.stories = sections, stories(parts)
        self.main = self.stories[0]
        self.make = Findings(path, self.stories)
        self.printed: dict[str, list[tuple[TaggedStory, int]]] = {}
        self.meant: set[str] = set()

    def findings(self) -> list[Finding]:
        found = [*self._tags()]
        if not found:
            found += self._uncompilable()
        found = sorted([*found, *self._words(), *self._look()], key=self.make.order)
        return [*dict.fromkeys(found), *self._page(), *self._missing()]

    def unprinted(self, van_ban: VanBan) -> Iterator[Finding]:
        """One finding for each component and own field that is given and not printed."""
        list(self._tags())
        (kind,) = self.kinds
        for name in contents.lost(van_ban, self.standard, kind, self.printed, self.main.lines):
            message = _("Mẫu không có thẻ cho «{name}»; phần này của văn bản không được in.")
            yield self.make.whole(ABSENT, message.format(name=name))

    def _tags(self) -> Iterator[Finding]:
        known = placeholders.known(self.standard, self.kinds)
        for story in self.stories:
            for fault in tags.wrong(story):
                yield self.make.at(SYNTAX, fault.message, story, fault.line)
            right, bad = tags.readable(story)
            right = tags.paired(right)
            for fault in tags.crossing(right):
                yield self.make.at(CROSSING, fault.message, story, fault.line)
            for fault in tags.crowded(story):
                yield self.make.at(MISPLACED, fault.message, story, fault.line)
            self.meant.update(word for tag in bad for word in _NAME.findall(tag.typed))
            yield from self._names(story, names(right, known))

    def _names(self, story: TaggedStory, found: Names) -> Iterator[Finding]:
        for fault in found.faults:
            rule = UNKNOWN if fault.unknown else MISPLACED
            self.meant.add(fault.near)
            yield self.make.at(rule, fault.message, story, fault.line)
        for path, lines in found.printed.items():
            self.printed.setdefault(path, []).extend((story, line) for line in lines)

    def _uncompilable(self) -> Iterator[Finding]:
        """What only compiling finds."""
        try:
            compile_template(self.parts, self.path, self.standard, SIZE_SETS[0])
        except TemplateError as error:
            for problem in error.problems:
                yield self.make.whole(SYNTAX, problem.message)

    def _words(self) -> Iterator[Finding]:
        words = contents.wanted_words(self.standard, self.kinds, self.printed)
        for line, message in contents.word_faults(words, self.main.lines):
            yield self.make.at(WORDS, message, self.main, line)

    def _look(self) -> Iterator[Finding]:
        labels = list(self.standard.wording.values())
        for path, places in self.printed.items():
            styles = look.expected(path, self.kinds, self.standard)
            for story, line in places:
                if look.is_component(path, story.lines[line - 1], labels):
                    yield from self._compared(story, line, styles)
        for words, slug in look.FIXED.items():
            for line in contents.standing(words, self.standard, self.main.lines):
                yield from self._compared(self.main, line, [self.standard.styles[slug]])
        yield from self._styles()
        yield from self._fonts()

    def _compared(self, story: TaggedStory, line: int, styles: list[Style]) -> Iterator[Finding]:
        paragraph = story.lines[line - 1].paragraph
        found = look.differences(paragraph, styles) if paragraph else None
        if found:
            yield self._different(found[0], found[1], story, line)

    def _styles(self) -> Iterator[Finding]:
        for style, faults in look.body_styles(style_look(self.parts), self.standard):
            yield self._different(style, faults)

    def _different(
        self, style: Style, faults: list[str], story: TaggedStory | None = None, line: int = 0
    ) -> Finding:
        name = style.ten.removeprefix("VB ") if story else style.ten
        message = _("«{name}»: {faults}.").format(name=name, faults="; ".join(faults))
        found = self.make.at(LOOK, message, story or self.main, line, style.can_cu)
        return found if style.do_tin in _SURE else replace(found, severity=Severity.INFO)

    def _fonts(self) -> Iterator[Finding]:
        font = self.standard.page.phong_chu
        basis = self.standard.page.can_cu["phong_chu"]
        for story in self.stories:
            for name, lines in look.other_fonts(story.lines, font).items():
                message = _("Phông «{name}» ở {count} đoạn, quy định «{font}».").format(
                    name=name, count=len(lines), font=font
                )
                yield self.make.at(FONT, message, story, lines[0], basis)

    def _page(self) -> Iterator[Finding]:
        for message, basis in page.faults(self.sections, self.parts, self.standard.page):
            yield self.make.whole(PAGE, message, basis)

    def _missing(self) -> Iterator[Finding]:
        there = self.printed.keys() | self.meant  # what is misspelt is not missing as well
        found = contents.missing(self.standard, self.kinds, there, self.main.lines)
        for component in found.required:
            message = _("Mẫu không in «{name}»: thêm thẻ {tag}, trừ khi đã gõ sẵn.")
            yield self.make.whole(ABSENT, contents.told(message, component), component.can_cu)
        for component in found.usual:
            message = _("Mẫu không in «{name}», phần lớn các loại cần: thẻ {tag}.")
            yield self.make.whole(OPTIONAL, contents.told(message, component), component.can_cu)
        if found.optional:
            message = _("Mẫu không có chỗ in: {names}.")
            names_ = ", ".join(component.ten for component in found.optional)
            yield self.make.whole(OPTIONAL, message.format(names=names_))
        for one in contents.unprinted_fields(self.kinds, there):
            message = _("Mẫu không in trường «{name}» ({title}) của loại này.")
            yield self.make.whole(OPTIONAL, message.format(name=one.ten, title=one.tieu_de))
