"""Where a block, a term or a picture is used: in what readers see, and in drafts."""

from editorial.desk.where_used import hooks

__all__ = ["hooks"]
