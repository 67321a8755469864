"""`assetmap serve` answers, to several at once, and stops when it is asked to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.neighbourhood import Tuinwijk


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is served by waitress")
def test_it_serves_many_at_once_and_stops(tuinwijk: Tuinwijk, tmp_path: Path) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "assetmap", "serve", "--port", str(port)],
        env=os.environ | {"ASSETMAP_INSTANCE": str(tuinwijk.instance)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/"
        for _ in range(100):
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except urllib.error.URLError:
                time.sleep(0.1)

        def ask(path: str) -> int:
            with urllib.request.urlopen(address + path, timeout=10) as answer:
                return answer.status

        with ThreadPoolExecutor(8) as people:
            assert set(people.map(ask, ["", "health", "tuinwijk/sign-in"] * 10)) == {200}
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
