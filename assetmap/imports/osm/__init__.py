"""OpenStreetMap: reading an extract, and what of it a neighbourhood counts among its assets."""
