"""The desk as editors meet it: real views, real posts."""
