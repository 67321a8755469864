"""One pen for everything that is drawn: a hand, its strokes and washes, and the marks that they leave on paper."""
