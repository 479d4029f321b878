"""Documents are checked by the workers of a cluster, and the findings come back in order."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import Executor
from pathlib import Path

import pytest
from distributed import LocalCluster
from vanban_dask.cluster import executor

from vanban.testing import conformance

SOURCE = "loai: ke-hoach\ntrich_yeu: Công tác quý {number}.\nnoi_dung: |\n  Một.\n"

test_the_plugin_is_in_order = conformance("vanban-dask")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def test_a_cluster_of_this_machine_ends_with_the_work() -> None:
    with executor(2, None) as made:
        assert isinstance(made, Executor)
        futures = [made.submit(pow, number, 2) for number in (3, 3, 4)]
        assert [future.result(timeout=60) for future in futures] == [9, 9, 16]


def test_the_rows_of_a_table_are_rendered_on_a_cluster(tmp_path: Path) -> None:
    pattern = SOURCE.replace("{number}.", "{{{{ Quý }}}}").format()
    (tmp_path / "kh.mau.yaml").write_text(pattern, "utf-8")
    rows = "".join(f"{number}\n" for number in range(1, 13))
    (tmp_path / "ds.csv").write_text("Quý\n" + rows, "utf-8")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        what = ("batch", "kh.mau.yaml", "--data", "ds.csv", "-d", "ra", "--name", "{quy}")
        where = ("--executor", "dask", "--address", cluster.scheduler_address, "--allow-errors")
        ran = subprocess.run(
            (sys.executable, "-m", "vanban", *what, *where),
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
    assert "đã in 12" in ran.stdout.decode(), ran.stderr.decode()
    made = sorted(path.name for path in (tmp_path / "ra").iterdir())
    assert made == sorted(["vanban-batch.jsonl", *(f"{n}.docx" for n in range(1, 13))])


def test_a_check_runs_on_a_cluster_that_is_there(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.yaml").write_text(SOURCE.format(number=number), "utf-8")
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        command = ("vanban", "check", ".", "--format", "json", "--select", "ND30-T-006")
        where = ("--executor", "dask", "--address", cluster.scheduler_address)
        ran = subprocess.run(
            (sys.executable, "-m", *command, *where), cwd=tmp_path, capture_output=True, check=False
        )
    assert ran.returncode == 0, ran.stderr.decode()
    files = json.loads(ran.stdout)["files"]
    assert [Path(file["path"]).name for file in files] == [f"{n}.yaml" for n in range(6)]
    assert {f["rule"] for file in files for f in file["findings"]} == {"ND30-T-006"}
