"""What the Makefile calls. Only the standard library, so that a fresh machine can run it."""
