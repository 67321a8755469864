"""Assetmap: a neighbourhood finds, draws and keeps what it already has."""

__version__ = "0.1.0"
