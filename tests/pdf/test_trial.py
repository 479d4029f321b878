"""A conversion on trial."""

from __future__ import annotations

from typing import Any

import pytest

from vanban.pdf import office, trial

FakeOffice = Any


def test_a_trial_tells_the_fonts_in_the_pdf(fake_office: FakeOffice) -> None:
    fake_office.makes(
        "<pdfaid:part>2<\n1 0 obj\n<</Type/Catalog/Lang(vi-VN)>>\nendobj\n"
        "2 0 obj\n<</FontName/BAAAAA+LiberationSerif>>\nendobj"
    )
    found = trial.run()
    assert (found.fonts, found.language, found.problem) == (("LiberationSerif",), "vi-VN", None)


def test_a_trial_that_fails_tells_why(fake_office: FakeOffice) -> None:
    fake_office.breaks()
    found = trial.run()
    assert found.problem is not None
    assert "mã 77" in found.problem.message
    assert found.fonts == ()


@pytest.mark.skipif(office.program() is None, reason="needs LibreOffice, which .ci/run installs")
def test_the_real_libreoffice_passes_the_trial() -> None:
    found = trial.run()
    assert found.problem is None
    assert found.language == "vi-VN"
    assert len(found.fonts) >= 4
