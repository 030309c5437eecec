"""Share links in the admin: made, listed and revoked page by page."""

from editorial.desk.sharing import hooks

__all__ = ["hooks"]
