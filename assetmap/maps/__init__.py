"""Folium: maps of a neighbourhood, put together in Python and drawn by the modules of static/js/map in the browser.

Folium is handed addresses and settings, never a word that somebody typed: those come over the API and are written with
textContent. So nothing of residents can become script, and the page stays small whatever the neighbourhood holds.
"""
