"""The `assetmap` command, one file per family; no rules of its own."""
