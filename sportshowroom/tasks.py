"""How tasks run where no worker does."""

from functools import partial

from django.db import transaction
from django.tasks.backends.immediate import ImmediateBackend
from django.tasks.base import TaskResult


class AfterCommitBackend(ImmediateBackend):
    """Runs a task in the process that enqueued it, as soon as the open transaction stands; at once outside of one.

    Saving a page enters it into the search index, which touches the entries of other pages. Inside the transaction of
    the save, two editors on PostgreSQL would wait for each other, and on SQLite everybody would wait longer. And a task
    about something that is rolled back should never have run.
    """

    def _execute_task(self, task_result: TaskResult) -> None:
        transaction.on_commit(partial(super()._execute_task, task_result))
