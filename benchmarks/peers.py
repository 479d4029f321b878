"""The engines that vanban is compared with, each in an environment of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
HOME = HERE / ".peers"
_DONE = "installed.txt"


class Peer(NamedTuple):
    """An engine.

    Attributes:
        name: its name.
        maker: the program of ``makers/`` that makes a document with it; empty: a program itself.
        packages: what is installed for it, the first being the engine: the newest of a version
            line, so that a run compares with what people get.
        node: whether these are npm's packages, and it runs in node.
    """

    name: str
    maker: str
    packages: tuple[str, ...]
    node: bool = False

    @property
    def folder(self) -> Path:
        """Its environment."""
        return HOME / self.name

    @property
    def python(self) -> str:
        """The Python that has it."""
        own = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        return str(own) if own.exists() else sys.executable

    def command(self, *arguments: str | Path) -> list[str]:
        """What is run to make a document."""
        runner = "node" if self.node else self.python
        return [runner, str(HERE / "makers" / self.maker), *map(str, arguments)]


DOCXTPL = Peer("docxtpl", "use_docxtpl.py", ("docxtpl>=0.20,<1", "openpyxl>=3.1,<4"))
MAILMERGE = Peer("docx-mailmerge2", "use_mailmerge.py", ("docx-mailmerge2>=1,<2",))
DOCXTEMPLATER = Peer(
    "docxtemplater", "use_docxtemplater.js", ("docxtemplater@3", "pizzip@3"), node=True
)
EASY = Peer("easy-template-x", "use_easy_template_x.js", ("easy-template-x@7",), node=True)
CARBONE = Peer("carbone", "use_carbone.js", ("carbone@3",), node=True)
PANDOC = Peer("pandoc", "", ("pypandoc_binary>=1.13,<2",))
ALL = (DOCXTPL, MAILMERGE, DOCXTEMPLATER, EASY, CARBONE, PANDOC)


def there() -> tuple[Peer, ...]:
    """The engines that are installed; docxtpl always is, for vanban needs it."""
    return tuple(p for p in ALL if p is DOCXTPL or _installed(p) or (p is PANDOC and pandoc()))


def install() -> None:
    """Install what is missing, and tell what cannot be had."""
    for peer in ALL:
        if _installed(peer) or (peer is PANDOC and shutil.which("pandoc")):
            continue
        if peer.node and not (shutil.which("node") and shutil.which("npm")):
            print(f"{peer.name}: not measured, node and npm are not there", file=sys.stderr)
            continue
        print(f"installing {peer.name}", file=sys.stderr)
        try:
            (_install_node if peer.node else _install_python)(peer)
            (peer.folder / _DONE).write_text("\n".join(peer.packages), "utf-8")
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{peer.name}: not measured, {error}", file=sys.stderr)


def version(peer: Peer) -> str:
    """The version of an engine that is there."""
    package = peer.packages[0].partition("@")[0].partition(">")[0]
    if peer is PANDOC:
        return _said(pandoc() or "", "--version").split()[1]
    if peer.node:
        manifest = peer.folder / "node_modules" / package / "package.json"
        return str(json.loads(manifest.read_text("utf-8"))["version"])
    ask = f"from importlib.metadata import version; print(version({package!r}))"
    return _said(peer.python, "-c", ask)


def pandoc() -> str | None:
    """The program pandoc: that of the machine, else the one that was installed."""
    installed = (HOME / "pandoc").rglob("files/pandoc")
    return shutil.which("pandoc") or next(map(str, installed), None)


def environment(peer: Peer | None = None) -> dict[str, str]:
    """The environment of a process that is measured; None: one of ours.

    Python keeps its bytecode, as it does everywhere; no other engine sees our modules.
    """
    left_out = {"PYTHONDONTWRITEBYTECODE", *(("PYTHONPATH",) if peer else ())}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "NODE_PATH": str(peer.folder / "node_modules")} if peer else kept


def _installed(peer: Peer) -> bool:
    done = peer.folder / _DONE
    return done.exists() and done.read_text("utf-8") == "\n".join(peer.packages)


def _install_python(peer: Peer) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(peer.folder)], check=True)
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([peer.python, "-m", "pip", "install", *quiet, *peer.packages], check=True)


def _install_node(peer: Peer) -> None:
    peer.folder.mkdir(parents=True, exist_ok=True)
    (peer.folder / "package.json").write_text('{"private": true}', "utf-8")
    npm = shutil.which("npm") or "npm"
    quiet = ("--silent", "--no-audit", "--no-fund", "--omit=dev")
    subprocess.run([npm, "install", *quiet, *peer.packages], cwd=peer.folder, check=True)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
