"""YAML into nodes: what people write in it, without anchors, tags and types."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from vanban.location import Place
from vanban.model.origin import Note, Notes
from vanban.patterns import later
from vanban.sources import yaml_errors
from vanban.sources.building import Builder, root_missing, root_refused
from vanban.sources.nodes import Items, Node, Pairs, Scalar
from vanban.sources.text import plain_breaks, refuse_controls, refuse_escaped_controls
from vanban.sources.yaml_events import events, yaml
from vanban.sources.yaml_spans import scalar

if TYPE_CHECKING:
    from vanban.sources.yaml_events import Mark, Text

_CUT = later(r"[ \t]+(#[^\s#].*)")


def parse(text: str, path: str) -> tuple[Pairs, Notes]:
    """Read a YAML text whose root is a record; the text comes from ``text.decode``.

    Raises:
        SourceError: the syntax is wrong, or right but none of ours.
    """
    text = plain_breaks(text)
    reader = _Reader(text, path)
    try:
        for event in events(text):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        raise yaml_errors.explain(error, text, path) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        refuse_controls(text, path)
        raise yaml_errors.unexplained(Place(path), str(error)) from None
    return reader.builder.root(), tuple(reader.notes)


class _Reader:
    """Hands events to a builder; refuses what is YAML but none of ours."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.builder = Builder(path)
        self.notes: list[Note] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.NodeEvent):
            self._refuse_marker(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(cast("Text", event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._note_commas(self.builder.close())
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(self._place(event))

    def _document(self, place: Place) -> None:
        self._documents += 1
        if self._documents > 1:
            raise yaml_errors.second_document(place)

    def _refuse_marker(self, event: yaml.NodeEvent) -> None:
        """Refuse ``*alias``, ``&anchor`` and ``!tag``."""
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or tag is not None:
            start = cast("Mark", event.start_mark).index
            raise yaml_errors.marker(self._place(event), self.text[start])

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        place = self._place(event)
        if self.builder.awaits_key:
            start = cast("Mark", event.start_mark).index
            raise yaml_errors.bad_key(place, braces=self.text[start - 1 : start + 1] == "{{")
        record = isinstance(event, yaml.MappingStartEvent)
        self.builder.open(place, record=record, flow=bool(event.flow_style))

    def _scalar(self, event: Text) -> None:
        node = scalar(event, self.text, self.path)
        if not node.span.exact:
            refuse_escaped_controls(node.value, node.place)
        if self.builder.awaits_key:
            self._check_key(node)
        else:
            self._check_root(node)
            if not event.style:
                self._note_cut(event.end_mark)
        self.builder.add(node)

    def _check_key(self, key: Scalar) -> None:
        if key.absent or key.style == "block":
            raise yaml_errors.bad_key(key.place)
        if key.value == "<<" and key.style == "plain":
            raise yaml_errors.merge_key(key.place)

    def _check_root(self, node: Scalar) -> None:
        if self.builder.current is not None:
            return
        if node.absent:
            raise root_missing(Place(self.path))
        raise root_refused(node.place, yaml_errors.colon_advice(node.value))

    def _note_cut(self, end: Mark) -> None:
        """Note a comment that looks like the rest of a value, as in ``Kế hoạch #5``."""
        cut = _CUT.match(self.text, end.index)
        if cut:
            column = end.column + 1 + cut.start(1) - end.index
            place = Place(self.path, end.line + 1, column)
            self.notes.append(Note("cat-chu-thich", place, cut.group(1).rstrip()))

    def _note_commas(self, node: Node) -> None:
        """Note what begins with a small letter after a comma in brackets."""
        if isinstance(node, Items) and node.flow:
            self.notes += (
                Note("cat-phay", item.place, item.value)
                for item in node.items[1:]
                if isinstance(item, Scalar) and item.style == "plain" and _cut_off(item.value)
            )

    def _place(self, event: yaml.Event) -> Place:
        mark = cast("Mark", event.start_mark)
        return Place(self.path, mark.line + 1, mark.column + 1)


def _cut_off(text: str) -> bool:
    """Whether a text looks like the rest of another: a small letter, and no bare code word."""
    return text[:1].islower() and not (text.isascii() and text.isalpha())
