"""What the map takes along: everything an audience may see of a neighbourhood in a few compact answers, made once per version."""
