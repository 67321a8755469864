"""The shipped server over a scratch instance, as `assetmap serve` starts it; stops with the block it serves."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0
"""Seconds for the server to come up."""


@contextmanager
def served(instance: Path) -> Iterator[int]:
    """Serves the instance on a free port of this machine and gives the port."""
    port = free_port()
    command = [sys.executable, "-m", "assetmap", "serve", "--port", str(port)]
    with running(command, port, "/health", os.environ | {"ASSETMAP_INSTANCE": str(instance)}):
        yield port


@contextmanager
def running(command: list[str], port: int, address: str, environment: dict[str, str]) -> Iterator[int]:
    """Runs a server until the block ends and gives its port; raises RuntimeError where it does not come up."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        _wait(process, port, address)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(port: int, address: str) -> tuple[float, int]:
    """Seconds and bytes of one answer, gzipped, over a fresh connection."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}")
    return time.perf_counter() - start, len(body)


def _wait(process: subprocess.Popen, port: int, address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            fetch(port, address)
            return
        except (OSError, RuntimeError):
            time.sleep(0.1)
    raise RuntimeError("the server did not come up")
