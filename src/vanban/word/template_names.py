"""Which names a template uses, by Jinja's own syntax tree: unknown, misplaced, printed.

The tags are put on lines of their own paragraph, so that a line number in the tree is the
number of a paragraph; ``{{p x }}`` becomes a filter, so that the tree tells it from ``{{ x }}``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes
from msgspec import Struct, field

from vanban.messages import _
from vanban.viet.text import nearest
from vanban.word.environment import Environment
from vanban.word.placeholders import ANY, Shape
from vanban.word.tagged_text import BLOCK, Fault, TaggedStory, source

_TEXT_FILTERS = frozenset({"join", "upper", "lower", "title", "capitalize", "trim", "replace"})
_ITEM_FILTERS = frozenset({"first", "last"})
_LIST_FILTERS = frozenset({"list", "sort", "reverse", "unique"})

Scope = dict[str, Shape]


class Names(Struct, frozen=True):
    """What the names of a part are about.

    Attributes:
        faults: names that nothing has, and values that cannot stand as they do.
        printed: the data that are printed, each with the paragraphs.
    """

    faults: list[Fault] = field(default_factory=list)
    printed: dict[str, list[int]] = field(default_factory=dict)


def names(story: TaggedStory, known: Mapping[str, Shape]) -> Names:
    """Look through the names of a part whose tags have no wrong syntax."""
    environment = Environment()
    tree = environment.parse(source(story))
    walk = _Walk(known, frozenset(environment.globals))
    walk.visit(tree, {})
    return walk.found


class _Walk:
    """Goes through a tree with the names that are known at each place."""

    def __init__(self, known: Mapping[str, Shape], built_in: frozenset[str]) -> None:
        self.known, self.built_in = known, built_in
        self.found = Names()
        self._printing = False

    def visit(self, node: nodes.Node, scope: Scope) -> None:
        """A statement; what it assigns is put into the scope."""
        match node:
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign():
                shape = self.shape(node.node, scope)
                scope |= dict.fromkeys(_assigned(node.target), ANY)
                if isinstance(node.target, nodes.Name):
                    scope[node.target.name] = shape
            case nodes.Output():
                for inner in node.nodes:
                    self._output(inner, scope)
            case nodes.Expr():
                self.shape(node, scope)
            case _:
                if isinstance(node, nodes.Macro):
                    scope[node.name] = ANY
                inner_scope = scope
                if not isinstance(node, nodes.If | nodes.Template):
                    inner_scope = scope | dict.fromkeys(_assigned(node), ANY)
                for child in node.iter_child_nodes():
                    self.visit(child, inner_scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        items = self.shape(node.iter, scope)
        inner = {**scope, **dict.fromkeys(_assigned(node.target), ANY), "loop": ANY}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = items.item or ANY
        if node.test:
            self.shape(node.test, inner)
        for child in node.body:
            self.visit(child, inner)
        for child in node.else_:
            self.visit(child, scope)

    def _output(self, node: nodes.Node, scope: Scope) -> None:
        self._printing = True
        block = isinstance(node, nodes.Filter) and node.name == BLOCK
        shape = self.shape(node, scope)
        self._printing = False
        message = _misplaced(shape, block)
        if message:
            self.found.faults.append(Fault(node.lineno, message, unknown=False))

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """What an expression gives; names in it that nothing has are noted."""
        match node:
            case nodes.Name(ctx="load"):
                return self._noted(self._name(node, scope), node)
            case nodes.Getattr():
                return self._noted(self._member(node, node.attr, scope), node)
            case nodes.Getitem(arg=nodes.Const(value=key)):
                if isinstance(key, str):
                    return self._noted(self._member(node, key, scope), node)
                return self.shape(node.node, scope).item or ANY
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test(name="defined" | "undefined", node=nodes.Name()):
                return ANY
        for child in node.iter_child_nodes():
            self.visit(child, scope)
        return Shape("text") if isinstance(node, nodes.Const | nodes.Concat) else ANY

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        for child in (*node.args, *node.kwargs):
            self.visit(child, scope)
        given = self.shape(node.node, scope) if node.node else ANY
        if node.name in _LIST_FILTERS or node.name == BLOCK:
            return given
        if node.name in _ITEM_FILTERS:
            return given.item or ANY
        return Shape("text", given.path) if node.name in _TEXT_FILTERS else ANY

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        name = node.name
        if name in scope or (name in self.built_in and name not in self.known):
            return scope.get(name, ANY)
        if name not in self.known:
            self._unknown(node.lineno, name, {one: one for one in (*self.known, *scope)})
        return self.known.get(name, ANY)

    def _member(self, node: nodes.Getattr | nodes.Getitem, name: str, scope: Scope) -> Shape:
        owner = self.shape(node.node, scope)
        if owner.what == "record" and name not in owner.members:
            self._unknown(node.lineno, name, dict.fromkeys(owner.members, ""), owner.path)
        elif owner.what == "list" and owner.item and name in owner.item.members:
            self._note_list(node.lineno, owner.path, name)
        return owner.members.get(name, ANY)

    def _noted(self, shape: Shape, node: nodes.Node) -> Shape:
        if self._printing and shape.path:
            lines = self.found.printed.setdefault(shape.path, [])
            if node.lineno not in lines:
                lines.append(node.lineno)
        return shape

    def _unknown(
        self, line: int, name: str, candidates: Mapping[str, str], owner: str = ""
    ) -> None:
        before = f"{owner}." if owner else ""
        near = nearest(name, candidates)
        message = _("Không có tên «{name}» trong dữ liệu.").format(name=before + name)
        if near:
            message += " " + _("Có phải «{near}» không?").format(near=before + near)
        else:
            listed = ", ".join(sorted(candidates))
            message += " " + _("Các tên dùng được: {names}.").format(names=listed)
        self.found.faults.append(Fault(line, message, near=before + near if near else ""))

    def _note_list(self, line: int, path: str, name: str) -> None:
        message = _("«{path}» là danh sách. Có phải «{near}» không?")
        near = f"{path}[0].{name}"
        message = message.format(path=path, near=near)
        self.found.faults.append(Fault(line, message, near=f"{path}.{name}"))


def _assigned(node: nodes.Node) -> Iterator[str]:
    """The names that a target, a macro or a with assigns."""
    found = [node] if isinstance(node, nodes.Name) else node.find_all(nodes.Name)
    return (name.name for name in found if name.ctx in {"store", "param"})


def _misplaced(shape: Shape, block: bool) -> str:
    """Why a value cannot be printed where it is; empty when it can."""
    name = shape.path
    if not name:
        return ""
    if shape.what in {"list", "record"}:
        message = _("«{name}» gồm nhiều giá trị: lặp bằng for, hoặc ghi rõ giá trị nào.")
        return message.format(name=name)
    if shape.what == "block" and not block:
        message = _("«{name}» gồm nhiều đoạn: viết {{{{p … }}}}, một mình một đoạn.")
        return message.format(name=name)
    if shape.what == "text" and block:
        message = _("«{name}» là chữ trong dòng: viết {{{{ … }}}}, không có chữ p.")
        return message.format(name=name)
    return ""
