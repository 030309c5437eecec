"""What the files of pictures say: words their makers wrote into them, how they look, and what must not travel."""
