"""Serving the pages to many people at once."""

import sys

import click
from flask import Flask

from ..app import create_app
from .here import settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=5050, show_default=True, type=click.IntRange(1, 65535))
def serve(host: str, port: int) -> None:
    """Serve the neighbourhoods of this installation."""
    settings().neighbourhoods.mkdir(parents=True, exist_ok=True)
    run(host, port)


def run(host: str, port: int) -> None:
    """Serves until it is stopped: gunicorn where it runs, waitress on Windows."""
    click.echo(f"Assetmap is at http://{host}:{port}/ (stop with Ctrl-C)")
    if sys.platform == "win32":
        from waitress import serve as waitress

        waitress(create_app(), host=host, port=port, threads=8)
        return
    _gunicorn(host, port)


def _gunicorn(host: str, port: int) -> None:
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):
        """Two processes of four threads: SQLite rows are read under Python's lock, so processes come first."""

        def load_config(self) -> None:
            for name, value in {
                "bind": f"{host}:{port}", "workers": 2, "threads": 4, "worker_class": "gthread", "timeout": 120,
                "accesslog": None, "loglevel": "warning", "preload_app": False, "control_socket_disable": True,
            }.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            return create_app()

    Server().run()


COMMANDS = (serve,)
