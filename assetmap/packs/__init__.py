"""What the map takes along: all that an audience may see, in a few compact answers made once per version."""
