"""What a contribution names "module:function", imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from vanban.errors import PluginError
from vanban.location import Place
from vanban.messages import _
from vanban.plugins.answers import FAULTS
from vanban.plugins.contributions import Contributions


def loaded(known: Contributions[str], name: str) -> Callable[..., Any]:
    """The function contributed under a name.

    Raises:
        PluginError: nobody contributes it, or two do, or its module cannot be imported.
    """
    contribution = known.get(name)
    module, _colon, function = contribution.value.partition(":")
    try:
        found = getattr(import_module(module), function)
    except FAULTS as error:
        reason = f"{type(error).__name__}: {error}"
    else:
        if callable(found):
            return found  # type: ignore[no-any-return]  # whatever the plugin has there
        reason = _("{target} không phải một hàm").format(target=contribution.value)
    raise PluginError.at(
        _("{what} «{name}» của {origin} không dùng được: {reason}.").format(
            what=known.what, name=name, origin=contribution.origin, reason=reason
        ),
        Place(contribution.origin),
        _("Cài lại hoặc gỡ gói này; --no-plugins chạy không có phần mở rộng nào."),
    )
