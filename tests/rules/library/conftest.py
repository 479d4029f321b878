"""Sources with one signer or one body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

Signed = Callable[..., list[Finding]]
Bodied = Callable[..., list[Finding]]


@pytest.fixture
def signed(found: Callable[..., list[Finding]]) -> Signed:
    """``signed("KT. Giám đốc / Phó Giám đốc", rule)``: the lines of one signer, office last."""

    def findings(lines: str, rule: str, more: str = "") -> list[Finding]:
        *above, office = lines.split(" / ")
        source = "loai: ke-hoach\nky:\n  quyen_han:\n"
        source += "".join(f'    - "{line}"\n' for line in above)
        source += f'  chuc_vu: "{office}"\n' if office else ""
        return found(source + more, rule)

    return findings


@pytest.fixture
def bodied(found: Callable[..., list[Finding]]) -> Bodied:
    """``bodied("1. Một.\\n3. Ba.", rule, loai="quy-che")``: a document with this body."""

    def findings(lines: str, rule: str, loai: str = "quy-che", more: str = "") -> list[Finding]:
        body = "".join(f"  {line}\n" for line in lines.split("\n"))
        return found(f"loai: {loai}\nnoi_dung: |\n{body}{more}", rule)

    return findings
