"""Many documents on the machines of a Dask cluster: ``vanban … --executor dask``.

Nothing of Dask is imported before a cluster is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

from vanban import hookimpl


@hookimpl
def vanban_executors() -> Mapping[str, str]:
    """The name of the executor and the function that makes it."""
    return {"dask": "vanban_dask.cluster:executor"}
