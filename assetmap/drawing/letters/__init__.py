"""Handwriting in every script: text becomes the outlines of letters, on a line, in a paragraph or along a street."""
