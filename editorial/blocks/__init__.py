"""The building blocks of a story, one file per family; `stories.py` alone puts them together."""
