"""Measurements that are too heavy for the test suite; README.md says what there is and how to run it."""
