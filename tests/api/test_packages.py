"""The packages that the metadata name."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from vanban.api import packages as known
from vanban.api.packages import Package

LINES = [
    "click>=8.1",
    "babel (>=2.14)",
    'pikepdf>=8; extra == "pdf"',
    "pytest>=8; extra == 'dev'",
    "khong-co>=1,<2",
]


def installed(name: str) -> str:
    versions = {"click": "8.0", "babel": "2.19.0", "pikepdf": "10.1"}
    if name not in versions:
        raise PackageNotFoundError(name)
    return versions[name]


@pytest.fixture(autouse=True)
def _metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "requires", lambda _name: LINES)
    monkeypatch.setattr(known, "version", installed)


def test_packages_are_told_with_what_is_wanted_and_what_is_there() -> None:
    assert known.packages() == (
        Package("click", ">=8.1", "8.0"),
        Package("babel", ">=2.14", "2.19.0"),
        Package("pikepdf", ">=8", "10.1", "pdf"),
        Package("khong-co", ">=1,<2", None),
    )
    assert [package.fits for package in known.packages()] == [False, True, True, False]


def test_a_folder_of_sources_names_no_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(known, "requires", missing)
    assert known.packages() == ()
