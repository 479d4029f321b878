"""What was measured, on what, when: a figure without these says nothing."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

import peers
import vanban
from report import Words
from vanban.pdf import office


def described(found: tuple[peers.Peer, ...]) -> Words:
    """Date, machine and versions in a sentence or two."""
    versions = [f"{peer.name} {peers.version(peer)}" for peer in found]
    if any(peer.node for peer in found):
        versions.append(f"node {_node()}")
    libre = office.program()
    if libre:
        versions.append("LibreOffice " + (office.version(libre) or "?"))
    python = f"Python {sys.version.split()[0]}"
    machine = f"{_processor()}, {platform.system()} {platform.machine()}"
    cores, listed = os.cpu_count(), "; ".join((f"vanban {vanban.__version__}", python, *versions))
    today = date.today()
    vi, en = _others()
    return Words(
        f"Đo ngày {today:%d/%m/%Y} trên máy {cores} lõi ({machine}{vi}). {listed}.",
        f"Measured on {today} on {cores} cores ({machine}{en}). {listed}.",
    )


def _others() -> tuple[str, str]:
    """How busy the machine was before; two processes gain nothing where others want the cores."""
    if not hasattr(os, "getloadavg"):
        return "", ""
    load = f"{os.getloadavg()[1]:.1f}"
    return f"; tải trước khi đo {load.replace('.', ',')}", f"; load before {load}"


def _processor() -> str:
    """The name of the processor, as Linux tells it, else as Python does."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "?")


def _node() -> str:
    said = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
    return said.stdout.strip().removeprefix("v")
