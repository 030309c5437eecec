"""Tools shared by tests."""
