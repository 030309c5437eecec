"""Offers as a table: out to a spreadsheet and back in, where only what was changed is written."""

from editorial.actions.offer_files.applying import apply
from editorial.actions.offer_files.columns import COLUMNS, for_export, row_of
from editorial.actions.offer_files.complaints import Complaint
from editorial.actions.offer_files.planning import Change, Kind, Plan, plan
from editorial.actions.offer_files.receiving import discard_old, receive

__all__ = [
    "COLUMNS",
    "Change",
    "Complaint",
    "Kind",
    "Plan",
    "apply",
    "discard_old",
    "for_export",
    "plan",
    "receive",
    "row_of",
]
