"""The pages as LibreOffice lays them out: what a person sees when opening the file."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import vanban

ROOT = Path(__file__).parents[2]
EXAMPLES = ("ket-luan-giao-ban", "ke-hoach", "bao-cao")

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="needs LibreOffice and poppler, which .ci/run installs",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF of each example in both size sets."""
    folder = tmp_path_factory.mktemp("pages")
    for name in EXAMPLES:
        for co in ("14", "13"):
            doc = vanban.load(ROOT / "examples" / f"{name}.yaml", fields=[f"co_chu={co}"])
            (folder / f"{name}-{co}.docx").write_bytes(vanban.render(doc))
    _convert(folder)
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[tuple[str, str], list[str]]:
    """The text of each page of each file, laid out as on paper."""
    return {
        (path.stem[:-3], path.stem[-2:]): _text(path).split("\f")[:-1]
        for path in folder.glob("*.pdf")
    }


def _convert(folder: Path) -> None:
    files = sorted(map(str, folder.glob("*.docx")))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)


def _text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize("co", ["14", "13"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_quoc_hieu_stands_on_one_line(
    pages: dict[tuple[str, str], list[str]], name: str, co: str
) -> None:
    first = pages[name, co][0]

    assert re.search("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM *$", first, re.MULTILINE)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_page_shows_no_number_and_the_second_does(
    pages: dict[tuple[str, str], list[str]], name: str
) -> None:
    first, second = pages[name, "14"][:2]

    assert not re.match(r"\s*1\s*\n", first)
    assert re.match(r"\s*2\s*\n", second)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_have_three_to_five_pages(
    pages: dict[tuple[str, str], list[str]], name: str
) -> None:
    body = [page for page in pages[name, "14"] if "Phụ lục\n" not in page]

    assert 3 <= len(body) <= 6


def test_the_appendix_begins_its_own_page_numbers(
    pages: dict[tuple[str, str], list[str]],
) -> None:
    appendix = pages["bao-cao", "14"]
    titles = (re.search(r"^\s*Phụ lục\s*$", page, re.MULTILINE) for page in appendix)
    begin = next(at for at, title in enumerate(titles) if title)

    assert not re.match(rf"\s*{begin + 1}\s*\n", appendix[begin])


@pytest.mark.parametrize("name", EXAMPLES)
def test_recipients_and_authority_stand_level_under_words_of_the_body(
    folder: Path, pages: dict[tuple[str, str], list[str]], name: str
) -> None:
    page = next(page for page in pages[name, "14"] if "Nơi nhận:" in page)
    words = _words(folder / f"{name}-14.pdf")
    (height,) = [y for _x, y, word in words if word == "nhận:"]
    beside = [word for x, y, word in words if x > 300 and abs(y - height) < 2]

    assert "./." in page
    assert beside
    assert all(word.isupper() for word in beside)


def _words(path: Path) -> list[tuple[float, float, str]]:
    """Each word of the last page with recipients: left and upper edge of its box, in points."""
    command = ["pdftotext", "-bbox", str(path), "-"]
    found = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    page = next(page for page in found.split("<page ") if ">nhận:<" in page)
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" [^>]*>(.*?)</word>'
    return [(float(x), float(y), word) for x, y, word in re.findall(pattern, page)]
