"""What checking costs: the kết luận example by all rules, and how it grows with the text.

``python benchmarks/check.py [--rounds 60]`` prints medians of interleaved runs: ms a document
for reading it and for checking it, and how many times longer ten times the text takes.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from vanban import api, plugins

TOP = Path(__file__).parents[1]
EXAMPLE = TOP / "examples" / "ket-luan-giao-ban.yaml"
SENTENCE = (
    "Phòng Nghiệp vụ 1 chủ trì, phối hợp với Văn phòng tham mưu Kế hoạch số 12/KH-SNV ngày 05"
    " tháng 3 năm 2026 của Sở Nội vụ; báo cáo trước ngày 30 tháng 11 năm 2026."
)


def body(paragraphs: int) -> bytes:
    """A kế hoạch of so many paragraphs."""
    text = "".join(f"  {SENTENCE} Đoạn {number}.\n" for number in range(paragraphs))
    return f"loai: ke-hoach\nngay: 2026-10-15\nnoi_dung: |\n{text}".encode()


def medians(tasks: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The median time of each task in ms, the tasks taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _run in range(runs):
        for name, task in tasks.items():
            begin = time.perf_counter()
            task()
            taken[name].append(time.perf_counter() - begin)
    return {name: 1000 * statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=60, help="interleaved rounds (60)")
    rounds = parser.parse_args().rounds
    rules = plugins.registry().rules
    example = api.read(EXAMPLE, use_profile=False)
    found = medians(
        {
            "reading": lambda: api.read(EXAMPLE, use_profile=False),
            "checking": lambda: api.check(example),
        },
        rounds,
    )
    print(f"{len(rules)} rules, {EXAMPLE.name}")
    for name, ms in found.items():
        print(f"  {name:10} {ms:8.2f} ms")
    few, many = (api.read("a.yaml", data=body(n), use_profile=False) for n in (1_000, 10_000))
    grown = medians({"few": lambda: api.check(few), "many": lambda: api.check(many)}, 3)
    print(f"  1,000 paragraphs  {grown['few']:8.1f} ms")
    print(f"  10,000 paragraphs {grown['many']:8.1f} ms")
    print(f"  ten times the text takes {grown['many'] / grown['few']:.1f} times the time")


if __name__ == "__main__":
    main()
