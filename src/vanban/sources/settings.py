"""Fields set for one run (``--set so=12 --set ky.ho_ten="Nguyễn Văn A"``)."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.nodes import Node, Pairs, Scalar, scalar
from vanban.viet.text import fold, nfc


def split(setting: str) -> tuple[tuple[str, ...], str]:
    """The path and the value of a setting.

    >>> split("ky.ho_ten=Lê Thị B")
    (('ky', 'ho_ten'), 'Lê Thị B')

    Raises:
        SourceError: there is no ``=`` or no name before it.
    """
    name, equals, value = nfc(setting).partition("=")
    path = tuple(fold(part) for part in name.split("."))
    if not equals or not all(path):
        raise SourceError.at(
            _("--set cần dạng TRƯỜNG=GIÁ TRỊ, không phải «{setting}».").format(setting=setting),
            advice=_("Ví dụ: --set so=12 --set ngay=2022-11-07"),
        )
    return path, value


def apply(document: Node, settings: Iterable[str]) -> Node:
    """The document with the settings put over what it says."""
    for setting in settings:
        path, value = split(setting)
        document = _put(document, path, value, f"--set {'.'.join(path)}")
    return document


def _put(node: Node, path: tuple[str, ...], value: str, source: str) -> Node:
    pairs = node.pairs if isinstance(node, Pairs) else ()
    place = node.place if isinstance(node, Pairs) else Place(source)
    if not path:
        return scalar(value, source)
    kept = tuple(pair for pair in pairs if fold(pair[0].value) != path[0])
    inner = next((v for k, v in pairs if fold(k.value) == path[0]), scalar("", source))
    key: Scalar = scalar(path[0], source)
    return Pairs((*kept, (key, _put(inner, path[1:], value, source))), place)
