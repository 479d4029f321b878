"""How documents are cited: what must be told of them, and in which form.

ND30-C-005, C-006, C-011 and C-012 (PLI-I-II.6.a-b).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.grounds.ground_lines import Line, blocks, paths
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.rules.views.citations import Citation
from vanban.rules.views.text import PROSE, TABLE
from vanban.standards.document_number import number_and_codes
from vanban.viet.dates import Ngay
from vanban.viet.text import comparable

_LIST = "vien-dan"
_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
_TOGETHER = later(rf",?(?: và|,) (?:{comparable('|'.join(citations.KINDS))}|số) ")
"""Another document behind, with which it shares body and subject."""
_SAYS_DAY = later(r" (?:ký |ban hành )?ngày [0-9]")
_SOME_DAY = later(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|ngày [0-9]")
_TOLD_BEFORE = later(r"ban hành|ngày [0-9]|ký |bổ sung (?:bởi|theo)|gọi (?:tắt )?là")
_REPLACED = later(r"(?:thay thế|bãi bỏ|hủy bỏ)[^;.]*$")
_NUMBERED = later("[0-9][/-][a-zđ]")
_LAW_ISSUER = later(
    r"(?<!hoạt động giám sát) của (?:quốc hội(?! và)|ủy ban thường vụ quốc hội)(?: [^;,.]*)?"
)
"""The body that passed a law; "Luật Hoạt động giám sát của Quốc hội và …" has one in its name."""
_UNIT = later(r"(?<!\w)(?:tỉnh|thành phố|xã|phường|đặc khu|huyện)(?!\w)")
_SENTENCE = 300
"""So many characters before a citation are looked at for the sentence that it stands in."""
_BLANKS = ("…", "..", "__", "[")


def incomplete(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Grounds that do not tell number, date, body or subject of what they name."""
    for line in _grounds(subject):
        words = subject.text.whole[line.start : line.end]
        if line.opening != "căn cứ" or any(blank in words for blank in _BLANKS):
            continue
        cited = line.cited(subject)
        told = cited and cited.kind not in rule.data["tru_ten_loai"]
        lacking = _lacking(subject, line, cited) if cited and told else []
        if cited and lacking:
            message = _("Căn cứ «{quote}» chưa ghi {parts}.")
            quote = f"{cited.kind.capitalize()} số {cited.number}"
            message = message.format(quote=quote, parts=", ".join(lacking))
            yield rule.hit(subject, cited.start, cited.number_end, message)
        elif cited is None and (kind := _numberless(subject, line)):
            end = line.about + len(kind)
            message = _("{kind} làm căn cứ chưa ghi số, ký hiệu.").format(kind=kind.capitalize())
            yield rule.hit(subject, line.about, end, message)


def _grounds(subject: Subject) -> Iterator[Line]:
    """The lines of the field, where what is lacking is lacking for sure."""
    return (line for block in subject.view(blocks) if block.field for line in block.lines)


def _lacking(subject: Subject, line: Line, cited: Citation) -> list[str]:
    """The parts of a full citation that are not there."""
    behind = subject.text.plain[cited.number_end : line.end].split(";")[0]
    found: list[str] = []
    if cited.day is None and not _SOME_DAY.search(behind):
        found.append(_("ngày ban hành"))
    if _TOGETHER.match(subject.text.plain, cited.end):
        return found
    if not cited.issuer and " của " not in behind[:60] and not _own(subject, cited):
        found.append(_("cơ quan ban hành"))
    if cited.end >= line.end:
        found.append(_("trích yếu"))
    return found


def _own(subject: Subject, cited: Citation) -> bool:
    """Whether a document is one of the issuing body itself."""
    bodies = {body.viet_tat for body in subject.doc.co_quan if body.viet_tat}
    return not bodies.isdisjoint(re.split("[-/]", cited.code))


def _numberless(subject: Subject, line: Line) -> str:
    """The kind of document that a line names without any number; empty for none."""
    plain = subject.text.plain
    kinds = (comparable(kind) for kind in named(_LIST)["phai_co_so"])
    kind = next((k for k in kinds if plain.startswith(f"{k} ", line.about)), "")
    if not kind or plain.startswith("số", line.about + len(kind) + 1):
        return ""
    around = (c for c in subject.view(citations.of) if line.start <= c.start < line.end)
    if _SAYS_DAY.match(plain, line.about + len(kind)):
        around = (found for found in around if not found.kind)  # others are other documents
    return "" if any(around) else kind


def law_by_number(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Laws named with their number or the body that passed them."""
    plain = subject.text.plain
    for block in subject.view(blocks):
        for line in block.lines:
            cited = line.cited(subject)
            if cited and cited.kind in _LAWS and _law_name(subject, cited):
                begin = plain.rfind(" số", cited.start, cited.number_at)
                quote = subject.text.whole[begin + 1 : cited.number_end]
                message = _("Căn cứ là luật, pháp lệnh chỉ ghi tên, không ghi «{quote}».")
                message = message.format(quote=quote)
                right = "" if cited.day else None  # the name alone tells less than its number
                yield rule.hit(subject, begin, cited.number_end, message, right=right, safe=False)
            elif plain.startswith(tuple(_LAWS), line.about):
                yield from _passed_by(rule, subject, line)


def _law_name(subject: Subject, cited: Citation) -> str:
    """What stands between "Luật" and "số": its name, empty for "Luật số 87/2025/QH15"."""
    between = subject.text.plain[cited.start + len(cited.kind) : cited.number_at]
    return between.rstrip(" :").removesuffix("số").strip()


def _passed_by(rule: Rule, subject: Subject, line: Line) -> Iterator[Finding]:
    found = _LAW_ISSUER.search(subject.text.plain, line.about, line.end)
    if found:
        quote = subject.text.whole[found.start() + 1 : found.end()]
        message = _("Căn cứ là luật, pháp lệnh không ghi cơ quan ban hành «{quote}».")
        yield rule.hit(subject, *found.span(), message.format(quote=quote), right="", safe=False)


def without_so(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Numbers without the word "số" before them; short names and tables are left alone."""
    text = subject.text
    found = [c for c in subject.view(citations.of) if c.kind and not c.labelled]
    short = {citations.same(c.number) for c in found if _is_short_name(text.plain, c)}
    for cited in found:
        spared = text.quoted(cited.start) or text.passage(cited.start).where == TABLE
        if not spared and citations.same(cited.number) not in short:
            kind = text.whole[cited.start : cited.number_at].rstrip(" :")
            right = f"{kind} số {cited.number}"
            message = _("Ghi «{right}»: có chữ «số» trước số, ký hiệu.").format(right=right)
            end = cited.number_end
            yield rule.hit(subject, cited.start, end, message, right=right, safe=False)


def _is_short_name(plain: str, cited: Citation) -> bool:
    """Whether a citation is the short name that the text introduces for a document."""
    before = plain[max(cited.start - 30, 0) : cited.start].rstrip(' “"')
    return before.endswith(tuple(comparable(words) for words in named(_LIST)["goi_tat"]))


def first_and_later(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """First mentions that do not tell enough, later ones that tell all again."""
    mentions: defaultdict[str, list[Citation]] = defaultdict(list)
    for cited in subject.view(citations.of):
        if cited.kind not in {"", *_LAWS, *rule.data["tru_ten_loai"]}:
            mentions[citations.same(cited.number)].append(cited)
    mentions.pop(citations.same("/".join(number_and_codes(subject.doc, subject.kind))), None)
    for found in mentions.values():
        if not any(cited.day or cited.issuer for cited in found):
            yield from _never_complete(rule, subject, found[0])
        else:
            yield from _complete_again(rule, subject, found)


def _never_complete(rule: Rule, subject: Subject, first: Citation) -> Iterator[Finding]:
    """A number that is nowhere told with its date or its body."""
    if _in_prose(subject, first) and not _TOLD_BEFORE.search(_sentence_before(subject, first)):
        quote = subject.text.whole[first.start : first.number_end]
        message = _("Lần đầu viện dẫn «{quote}» cần ghi ngày, cơ quan ban hành và trích yếu.")
        yield rule.hit(subject, first.start, first.number_end, message.format(quote=quote))


def _complete_again(rule: Rule, subject: Subject, found: list[Citation]) -> Iterator[Finding]:
    """The second place of a body in which a document is cited with date and issuing body."""
    complete = (c for c in found if c.day and c.issuer and _of_its_own(subject, c))
    if again := _same_again(complete):
        short = subject.text.whole[again.start : again.number_end]
        message = _("Văn bản đã được viện dẫn đầy đủ ở trên; từ lần sau chỉ ghi «{quote}».")
        yield rule.hit(subject, again.number_end, again.end, message.format(quote=short))


def _same_again(complete: Iterable[Citation]) -> Citation | None:
    """The first citation of what was cited before: each year, and each body, counts anew."""
    told: set[tuple[Ngay | None, str]] = set()
    for cited in complete:
        unit = _UNIT.search(comparable(cited.issuer))
        key = cited.day, unit[0] if unit else ""
        if key in told:
            return cited
        told.add(key)
    return None


def _of_its_own(subject: Subject, cited: Citation) -> bool:
    """Whether a citation is none of the grounds, not part of another's name, not replaced."""
    before = _sentence_before(subject, cited)
    if not _in_prose(subject, cited) or _NUMBERED.search(before) or _REPLACED.search(before):
        return False
    return subject.text.passage(cited.start).path not in subject.view(paths)


def _sentence_before(subject: Subject, cited: Citation) -> str:
    """What stands before a citation in its sentence, up to a semicolon."""
    passage = subject.text.passage(cited.start)
    before = subject.text.plain[max(passage.start, cited.start - _SENTENCE) : cited.start]
    return re.split(r"[;.] ", before)[-1]


def _in_prose(subject: Subject, cited: Citation) -> bool:
    """Whether a citation stands in a line of the main text, in the document's own words."""
    passage = subject.text.passage(cited.start)
    main = passage.where == PROSE and passage.path[0] == "noi_dung"
    return main and not subject.text.quoted(cited.start)
