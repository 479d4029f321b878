"""All measurements, as tables in Markdown, in Vietnamese and then in English.

* ``python benchmarks``: with the engines that are there;
* ``python benchmarks --peers``: installs the others first, into ``benchmarks/.peers``;
* ``python benchmarks --rounds 1``: no figures that count, it only shows that all runs;
* ``python benchmarks --only render,cold``: some tables.
"""

from __future__ import annotations

import compileall
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import batch
import check
import cold
import machine
import memory
import pdf
import peers
import readme
import render
import vanban
from options import Options, options, parser
from report import Section, Table, Words, markdown, targets_table

SECTIONS: dict[str, Callable[[Options], Section]] = {
    module.__name__: module.section for module in (render, cold, check, batch, memory, pdf)
}


def main() -> None:
    """Measure and print."""
    asked = parser(__doc__ or "")
    asked.add_argument("--peers", action="store_true", help="install the other engines first")
    asked.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas between")
    asked.add_argument("--readme", action="store_true", help="put the tables into README.md")
    given = asked.parse_args()
    if given.peers:
        peers.install()
    for folder in (Path(vanban.__file__).parent, Path(__file__).parent / "makers"):
        compileall.compile_dir(folder, quiet=2)  # a first run that writes bytecode is no figure
    with options(given) as chosen:
        about = machine.described(chosen.peers)
        found = [_measured(name, chosen) for name in given.only.split(",")]
    tables = [table for section in found for table in section.tables]
    targets = [target for section in found for target in section.targets]
    for language in ("vi", "en"):
        print(told(about, (*tables, targets_table(targets)), language))
    if given.readme:
        readme.write({language: told(about, tables, language) for language in ("vi", "en")})


def _measured(name: str, chosen: Options) -> Section:
    """What a section tells; one that breaks costs only its own tables."""
    print(f"measuring {name}", file=sys.stderr)
    try:
        return SECTIONS[name](chosen)
    except (subprocess.CalledProcessError, OSError) as error:
        if chosen.quick:
            raise
        print(f"{name}: not measured, {error}", file=sys.stderr)
        return Section(())


def told(about: Words, tables: Sequence[Table], language: str) -> str:
    """All tables in one language, and what they were measured on."""
    return "\n".join((f"{getattr(about, language)}\n", *(markdown(t, language) for t in tables)))


if __name__ == "__main__":
    main()
