"""Small figures: people, boats and animals, the icons of the kinds, frames and sketches."""
