"""Images of signature and seal (ND30-K-021, ND30-K-022)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.drawing import Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Signer
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell


def signature(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An image in the room to sign that is no PNG: others have no transparent ground."""
    for paragraph, drawing in _pictures(seen):
        name = (drawing.target or "").lower()
        if name and not name.endswith(rule.data["duoi_tep"]) and "://" not in name:
            message = _("Ảnh chữ ký, dấu là tệp «{suffix}»; phải là ảnh PNG nền trong suốt.")
            told = message.format(suffix=name.rpartition(".")[2].upper())
            yield tell(rule, seen, paragraph, told)


def seal(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A seal that does not cover the left third of the signature, where both tell their place."""
    low, high = map(float, rule.data["phu"])
    for signer in (s for part in seen.found.parts for s in part.signature.signers):
        pair = _pair(signer)
        if pair is None:
            continue
        paragraph, mark, stamp = pair
        covered = _covered(mark, stamp)
        if covered is not None and not low <= covered <= high:
            message = _("Dấu trùm lên {share} % ảnh chữ ký; phải trùm khoảng 1/3 về bên trái.")
            yield tell(rule, seen, paragraph, message.format(share=round(100 * covered)))


def _pictures(seen: Observed) -> Iterator[tuple[Paragraph, Drawing]]:
    for part in seen.found.parts:
        for signer in part.signature.signers:
            for paragraph in _room(signer):
                yield from ((paragraph, d) for d in paragraph.drawings if d.kind == "picture")


def _room(signer: Signer) -> list[Paragraph]:
    """The paragraphs from the office down to the name, each once."""
    name = [signer.name.paragraph] if signer.name else []
    every = [*(p.paragraph for p in signer.authority), *signer.room, *name]
    return list({p.path: p for p in every}.values())


def _pair(signer: Signer) -> tuple[Paragraph, Drawing, Drawing] | None:
    """The signature and the seal of a signer: of two images that hang on one paragraph, the
    seal is the one that is as high as it is wide."""
    for paragraph in _room(signer):
        found = [d for d in paragraph.drawings if d.kind == "picture" and d.width and d.height]
        if len(found) == 2:
            stamp = min(found, key=_oblong)
            mark = next(d for d in found if d is not stamp)
            return (paragraph, mark, stamp) if _oblong(stamp) < 1.15 < _oblong(mark) else None
    return None


def _oblong(drawing: Drawing) -> float:
    width, height = float(drawing.width or 1), float(drawing.height or 1)
    return max(width, height) / min(width, height)


def _covered(mark: Drawing, stamp: Drawing) -> float | None:
    """The part of a signature's width that a seal covers from the left; None: not told."""
    here, there = mark.anchor, stamp.anchor
    if here is None or there is None or not mark.width or not stamp.width:
        return None
    if here.x is None or there.x is None or here.across != there.across:
        return None
    return (there.x + stamp.width - here.x) / mark.width
