"""`python -m assetmap` does what the `assetmap` command does."""

from .cli import main

main()
