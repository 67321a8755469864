"""Buildings raised from their footprints: houses in rows, large blocks, landmarks, their roofs, walls and shadows."""
