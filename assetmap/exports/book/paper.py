"""The book's two sizes of paper and every length on them, in millimetres. The template reads them from its data."""

PAPERS: dict[str, dict[str, float]] = {
    "a4": {
        "page-width": 210,
        "page-height": 297,
        "left": 21,
        "top": 21,
        "bottom": 27,
        "width": 168,
        "height": 249,
        "side": 41,
        "side-gap": 8,
        "column-gap": 8,
        "opener": 55,
        "icon": 30,
        "rim": 1.7,
        "credit": 4.2,
        "photo-gap": 4,
        "under-photo": 5.4,
        "row-gap": 10,
        "row-gap-most": 20,
        "sheet-inset": 6,
        "entry-gap": 5,
    },
    "a5": {
        "page-width": 148,
        "page-height": 210,
        "left": 15,
        "top": 15,
        "bottom": 21,
        "width": 118,
        "height": 174,
        "side": 0,
        "side-gap": 0,
        "column-gap": 7,
        "opener": 39,
        "icon": 20,
        "rim": 1.3,
        "credit": 3.8,
        "photo-gap": 3,
        "under-photo": 4,
        "row-gap": 8,
        "row-gap-most": 15,
        "sheet-inset": 5,
        "entry-gap": 4,
    },
}

COLUMNS: dict[str, dict[str, float]] = {
    # A slip of paper; a short entry among others on one sheet; words beside an upright photo; words beside a lying one.
    "a4": {"slip": 80, "entry": 74, "upright": 96, "lying": 76},
    "a5": {"slip": 118, "entry": 107, "upright": 64},
}
"""Widths at which an asset's words may be set besides the full width."""
