"""What the desk shows first. Each panel asks a fixed number of queries and shows its top; a list shows all of it."""

from editorial.desk.dashboard import hooks
from editorial.desk.dashboard.pages import InReview, MyDrafts, Refused, Scheduled, WaitingForMe
from editorial.desk.dashboard.stories import CannotBeBought, StaleStories
from editorial.desk.dashboard.upkeep import DeadLinks, RightsEnding

__all__ = [
    "CannotBeBought",
    "DeadLinks",
    "InReview",
    "MyDrafts",
    "Refused",
    "RightsEnding",
    "Scheduled",
    "StaleStories",
    "WaitingForMe",
    "hooks",
]
