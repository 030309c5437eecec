"""The desk's part of the schedule, every minute or so: reminders, then letters."""

import datetime

from editorial.actions.mail_notices import mail_notices
from editorial.actions.remind import remind_of_due_dates


def desk_round(at: datetime.datetime | None = None) -> int:
    """Remind and send; the number of letters that left. A second run at the same hour sends nothing again."""
    remind_of_due_dates(at)
    return mail_notices(at)
