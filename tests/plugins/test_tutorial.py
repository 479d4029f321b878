"""The steps of plugins/README.md lead where they say, run as a reader would run them.

The files that it shows are written, its commands are run in an environment of their own, and
pip builds from what is installed here, without a network.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```(?P<kind>sh|python|yaml)\n(?P<text>.*?)```", re.DOTALL)
FILE = re.compile(r"# (?P<path>src/\S+)\n")
CD = re.compile(r"cd (\S+)")


def shim(folder: Path, name: str, module: str) -> None:
    """A command of the environment that runs a module of it."""
    script = folder / name
    script.write_text(f'#!/bin/sh\nexec "{folder}/python" -m {module} "$@"\n')
    script.chmod(0o755)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment that sees what is installed here, and where pip may install more."""
    folder = tmp_path / "venv"
    venv.create(folder, symlinks=True)
    site = sysconfig.get_path("purelib", vars={"base": str(folder)})
    here = [path for path in sys.path if path and Path(path).is_dir()]
    (Path(site) / "here.pth").write_text("\n".join(here))
    for name in ("pip", "pytest", "vanban"):
        shim(folder / "bin", name, name)
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VANBAN_PLUGINS"}}
    return {
        **kept,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_DEPS": "1",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are those of a Unix shell")
def test_the_steps_lead_to_a_plugin_in_use(tmp_path: Path, environment: dict[str, str]) -> None:
    readme = ROOT / "plugins" / "README.md"
    if not readme.exists():
        pytest.skip("only in a checkout")
    steps = readme.read_text("utf-8").partition("## Những điều một gói hứa")[0]
    folder, told = tmp_path, ""
    for block in BLOCK.finditer(steps):
        file = FILE.match(block["text"])
        if file:
            (folder / file["path"]).write_text(block["text"][file.end() :], "utf-8")
            continue
        for line in block["text"].splitlines():
            moved = CD.fullmatch(line)
            if moved:
                folder /= moved[1]
                continue
            ran = subprocess.run(
                line, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8"
            )
            told = ran.stdout
            assert ran.returncode == 0, f"{line}\n{ran.stdout}{ran.stderr}"
    assert "bao-cao-truc" in told
    assert "TINHABC-003" in told
    assert (folder / "truc.docx").exists()
