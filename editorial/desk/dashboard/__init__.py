"""What the desk shows first. Each panel asks a fixed number of queries and shows its top; a list shows all of it."""

from editorial.desk.dashboard import hooks
from editorial.desk.dashboard.pages import Refused, Scheduled
from editorial.desk.dashboard.sold_out import CannotBeBought
from editorial.desk.dashboard.steps import InReview, MyDrafts, WaitingForMe
from editorial.desk.dashboard.stories import StaleStories
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
