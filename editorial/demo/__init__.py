"""The demo issue: a whole magazine as data, and what it takes to load it.

Downhill: sources <- markdown <- stories <- registry <- bodies <- the rooms of the magazine <- loader. `data/` holds the
words, `pictures/` the finished pictures, `artwork/` the program that drew them.
"""
