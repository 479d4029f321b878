"""Parts that a document may need beyond its template: footnotes, images, their entries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vanban.word.images import relationship
from vanban.word.ooxml import DECLARATION, R

TYPES, RELATIONSHIPS = "[Content_Types].xml", "word/_rels/document.xml.rels"
STYLES = "word/styles.xml"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NO_RELATIONSHIPS = (
    f"{DECLARATION}<Relationships xmlns="
    '"http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def with_part(texts: Mapping[str, str], kind: str, content: str) -> dict[str, str]:
    """The parts of a template with one more that its document refers to.

    ``kind`` is "footnotes" or "styles"; a template that has the part stays as it is.
    """
    name = f"word/{kind}.xml"
    if name in texts:
        return dict(texts)
    override = f'<Override PartName="/{name}" ContentType="{_WML}.{kind}+xml"/>'
    line = _relationship(f"rIdVB{kind.capitalize()}", kind, f"{kind}.xml")
    relationships = texts.get(RELATIONSHIPS, _NO_RELATIONSHIPS)
    return {
        **texts,
        name: content,
        TYPES: _before_end(texts[TYPES], "Types", override),
        RELATIONSHIPS: _before_end(relationships, "Relationships", line),
    }


def of_a_document(types: str) -> str:
    """The content types of a template file (.dotx) as those of a document."""
    return types.replace(f"{_WML}.template.main+xml", f"{_WML}.document.main+xml")


def with_images(texts: Mapping[str, str], names: list[str]) -> dict[str, str]:
    """The content types and relationships of a document that shows some images."""
    kinds = sorted({name.rpartition(".")[2] for name in names})
    types = texts[TYPES]
    for kind in kinds:
        if f'extension="{kind}"' not in types.lower():
            default = f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
            head, override, tail = types.partition("<Override")
            types = head + default + override + tail
    lines = "".join(
        _relationship(relationship(name), "image", f"media/vb-{name}") for name in names
    )
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
    whole = re.sub(rf"<{root}\b([^>]*)/>\s*$", rf"<{root}\1></{root}>", xml)
    head, end, tail = whole.rpartition(f"</{root}>")
    return head + addition + end + tail
