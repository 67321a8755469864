"""Stock Folium with the same points and popups, served from this machine: its scripts and styles come from npm.

The map asks nothing of other hosts while it is measured: the addresses of its libraries are changed to ours, so that a
closed network or a slow one is no disadvantage to it. No tiles are asked for.
"""

import gzip
import re
import subprocess
import threading
import time
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster

PACKAGES = (
    "leaflet@1.9.3", "jquery@3.7.1", "bootstrap@5.2.2", "@fortawesome/fontawesome-free@6.2.0",
    "leaflet.markercluster@1.1.0", "leaflet.awesome-markers@2.0.5", "glyphicons-only-bootstrap@1.0.1")

FILES: dict[str, str] = {
    "leaflet@1.9.3/dist/leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet@1.9.3/dist/leaflet.css": "leaflet/dist/leaflet.css",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "bootstrap@5.2.2/dist/js/bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap@5.2.2/dist/css/bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "css/bootstrap-glyphicons.css": "glyphicons-only-bootstrap/css/bootstrap.min.css",
    "fontawesome-free@6.2.0/css/all.min.css": "@fortawesome/fontawesome-free/css/all.min.css",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
    "leaflet.markercluster.js": "leaflet.markercluster/dist/leaflet.markercluster.js",
    "MarkerCluster.css": "leaflet.markercluster/dist/MarkerCluster.css",
    "MarkerCluster.Default.css": "leaflet.markercluster/dist/MarkerCluster.Default.css",
}
"""How an address of Folium's ends -> the file in node_modules."""

_READY = """<script>
  requestAnimationFrame(function watch() {
    if (document.querySelector('.leaflet-marker-icon')) {
      performance.mark('assets-drawn');
    } else requestAnimationFrame(watch);
  });
</script></html>"""


@dataclass(frozen=True)
class Made:
    """The page and how long Folium took for it, in seconds."""

    html: bytes
    seconds: float


def install(folder: Path) -> Path:
    """Brings the rival's libraries into a scratch folder and returns its node_modules."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules" / "leaflet").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES],
                       check=True, capture_output=True)
    return folder / "node_modules"


def clustered(rows: list[tuple], middle: tuple[float, float]) -> Made:
    """MarkerCluster with a marker and a popup for each (number, title, why, kind, lon, lat), as its guide shows."""
    start = time.perf_counter()
    page = _map(middle)
    cluster = MarkerCluster().add_to(page)
    for _, title, why, kind, lon, lat in rows:
        folium.Marker((lat, lon), popup=f"<b>{escape(title)}</b><br>{escape(kind)}<br>{escape(why)}").add_to(cluster)
    html = page.get_root().render()
    return Made(_local(html), time.perf_counter() - start)


def fast(rows: list[tuple], middle: tuple[float, float]) -> Made:
    """FastMarkerCluster with the same popups, made in the browser by a callback, as its guide shows."""
    callback = """function (row) {
      var marker = L.marker(new L.LatLng(row[0], row[1]));
      marker.bindPopup('<b>' + row[2] + '</b><br>' + row[3] + '<br>' + row[4]);
      return marker;
    };"""
    start = time.perf_counter()
    page = _map(middle)
    data = [[lat, lon, escape(title), escape(kind), escape(why)] for _, title, why, kind, lon, lat in rows]
    FastMarkerCluster(data, callback=callback).add_to(page)
    html = page.get_root().render()
    return Made(_local(html), time.perf_counter() - start)


def _map(middle: tuple[float, float]) -> folium.Map:
    page = folium.Map(middle, zoom_start=14, tiles=None)
    # Without tiles nothing says how near one may come, and the clusters need to know.
    page.options["max_zoom"] = 20
    return page


def _local(html: str) -> bytes:
    """With the libraries' addresses changed to ours, and a mark in time when the first marker stands."""
    def here(match: re.Match) -> str:
        known = next((file for end, file in FILES.items() if match[0].endswith(end)), None)
        return f"/lib/{known}" if known else "/lib/none.css"

    html = re.sub(r"https?://[^\s\"']+\.(?:js|css)", here, html)
    return html.replace("</html>", _READY).encode()


class Rival:
    """A server of one page and the libraries, gzipped and kept alive like ours; `with` it, `address` is its page."""

    def __init__(self, page: bytes, packages: Path):
        zipped: dict[str, bytes] = {}

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                body = page if path == "/" else _read(packages, path)
                kind = {"js": "text/javascript", "css": "text/css"}.get(path.rsplit(".", 1)[-1], "text/html")
                text = path == "/" or path.endswith((".js", ".css"))
                if text and path not in zipped:
                    zipped[path] = gzip.compress(body, 6)
                self.send_response(200)
                self.send_header("Content-Type", kind if text else "application/octet-stream")
                if text:
                    self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(zipped[path] if text else body)))
                self.end_headers()
                self.wfile.write(zipped[path] if text else body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        self.zipped_size = len(gzip.compress(page, 6))

    def __enter__(self) -> "Rival":
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def _read(packages: Path, path: str) -> bytes:
    file = (packages / path.removeprefix("/lib/")).resolve()
    return file.read_bytes() if path.startswith("/lib/") and packages in file.parents and file.is_file() else b""
