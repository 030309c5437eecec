"""How much of a manuscript is read."""

MEGABYTE = 1024 * 1024

# Eighty pictures from a camera fit; a film does not.
LARGEST_FILE = 100 * MEGABYTE
LARGEST_TEXT = 5 * MEGABYTE
# Text packs to a tenth, pictures hardly at all.
LARGEST_UNPACKED = 300 * MEGABYTE
LARGEST_PART = 60 * MEGABYTE
MOST_PARTS = 4000
# Below this size even the best packed part harms nobody.
HARMLESS_PART = 5 * MEGABYTE
HIGHEST_RATIO = 100

MOST_PIXELS = 50_000_000
