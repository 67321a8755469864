"""The poster: the neighbourhood drawn by hand with everything good in it, for the wall."""
