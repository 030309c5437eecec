"""Makers of content for tests. Each gives something live and complete unless told otherwise."""
