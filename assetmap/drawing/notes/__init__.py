"""Where notes and icons lie on a drawing, so that none hides another and as little as possible is hidden."""
