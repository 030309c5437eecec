"""The desk's part of the schedule, every minute or so: reminders, the rights of pictures, old notices, then letters."""

import datetime

from editorial.actions.mail_notices import mail_notices
from editorial.actions.notify import forget_old_notices
from editorial.actions.remind import remind_of_due_dates
from editorial.actions.watch_rights import watch_rights


def desk_round(at: datetime.datetime | None = None) -> int:
    """Remind, watch and send; the number of letters that left. A second run at the same hour sends nothing again."""
    remind_of_due_dates(at)
    watch_rights(at)
    forget_old_notices(at)
    return mail_notices(at)
