"""The executor: a client of a cluster, or of one that is started on this machine."""

from __future__ import annotations

from distributed import Client, LocalCluster
from distributed.cfexecutor import ClientExecutor


def executor(jobs: int | None, address: str | None) -> ClusterExecutor:
    """What runs work on a cluster.

    Args:
        jobs: the number of processes to start on this machine; None takes its processors. A
            cluster with an address has what it has.
        address: where the scheduler listens ("tcp://10.0.0.5:8786"); None starts a cluster
            on this machine, which ends with the work.
    """
    if address:
        return ClusterExecutor(Client(address))
    cluster = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
    return ClusterExecutor(Client(cluster), cluster)


class ClusterExecutor(ClientExecutor):
    """An executor that leaves the cluster when it is done, and ends the one that it started."""

    def __init__(self, client: Client, cluster: LocalCluster | None = None) -> None:
        super().__init__(client, pure=False)  # else equal pieces of work would be done once
        self.client, self.cluster = client, cluster

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the work, then the connection."""
        super().shutdown(wait)
        self.client.close()
        if self.cluster:
            self.cluster.close()
