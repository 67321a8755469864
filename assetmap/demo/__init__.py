"""The demo neighbourhood: open data of Delft, people and gifts invented for it, and twelve pictures drawn here."""

from pathlib import Path

DATA = Path(__file__).parent
"""Where the demo's files lie, in a folder per neighbourhood."""
