"""Finding the names of the catalogue in running text.

Pure: names go in, places in a text come out. `gazetteer.py` finds known names, `pairs.py` joins 'A x B' into the
collaboration of the two, `unknown.py` lists names that recur and nobody knows, `contentstate.py` writes links.
"""

from editorial.mentions.gazetteer import Gazetteer, Span
from editorial.mentions.names import Name, Target

__all__ = ["Gazetteer", "Name", "Span", "Target"]
