"""Parts that a document may need beyond its template: footnotes, images, their entries."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.word.footnotes import PART as FOOTNOTES
from vanban.word.images import relationship
from vanban.word.ooxml import R

TYPES, RELATIONSHIPS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def with_footnotes(texts: Mapping[str, str], empty: str) -> dict[str, str]:
    """The parts of a template with a footnotes part, added when it has none."""
    found = dict(texts)
    if FOOTNOTES in found:
        return found
    found[FOOTNOTES] = empty
    override = f'<Override PartName="/{FOOTNOTES}" ContentType="{_FOOTNOTES_TYPE}"/>'
    found[TYPES] = _before_end(found[TYPES], "Types", override)
    found[RELATIONSHIPS] = _before_end(
        found[RELATIONSHIPS], "Relationships", _relationship("rIdVBNotes", "footnotes", "footnotes.xml")
    )
    return found


def with_images(texts: Mapping[str, str], names: list[str]) -> dict[str, str]:
    """The content types and relationships of a document that shows some images."""
    kinds = sorted({name.rpartition(".")[2] for name in names})
    types = texts[TYPES]
    for kind in kinds:
        if f'Extension="{kind}"' not in types:
            default = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
            head, override, tail = types.partition("<Override")
            types = head + default + override + tail
    lines = "".join(_relationship(relationship(name), "image", f"media/vb-{name}") for name in names)
    return {
        TYPES: types,
        RELATIONSHIPS: _before_end(texts[RELATIONSHIPS], "Relationships", lines),
    }


def media(name: str) -> str:
    """The part that holds an image."""
    return f"word/media/vb-{name}"


def _relationship(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{target}"/>'


def _before_end(xml: str, root: str, addition: str) -> str:
    head, end, tail = xml.rpartition(f"</{root}>")
    return head + addition + end + tail
