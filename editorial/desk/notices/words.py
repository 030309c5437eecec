"""How a notice is worded, in the list and in the letter."""

from django.utils.translation import gettext as _

from editorial.choices import NoticeKind
from editorial.desk.due import card_on, due_words
from editorial.models import Notice


def sentence(notice: Notice) -> str:
    """One sentence that says what happened, or what is wanted of the reader."""
    words = {
        "page": notice.page.draft_title or notice.page.title,
        "person": name_of(notice.actor),
        "step": notice.task_name,
    }
    if notice.kind == NoticeKind.WAITING:
        return _("'%(page)s' waits for you at the step %(step)s.") % words
    if notice.kind == NoticeKind.APPROVED:
        return _("%(person)s approved '%(page)s'. It has passed all its steps.") % words
    if notice.kind == NoticeKind.REJECTED:
        return _("%(person)s asks for changes to '%(page)s' at the step %(step)s.") % words
    if notice.kind == NoticeKind.CANCELLED:
        return _("%(person)s took '%(page)s' out of its steps, at the step %(step)s.") % words
    if notice.kind == NoticeKind.CLAIMED:
        return _("%(person)s has taken '%(page)s' at the step %(step)s.") % words
    if notice.kind == NoticeKind.DECIDED:
        return _("%(person)s approved the step %(step)s of '%(page)s', which you had taken.") % words
    if notice.kind == NoticeKind.RIGHTS:
        return _("'%(page)s' shows a picture whose rights end.") % words
    if notice.kind == NoticeKind.DUE:
        return _("'%(page)s' is due tomorrow.") % words
    return _("'%(page)s' is overdue.") % words


def details(notice: Notice) -> str:
    """What whoever is to decide a step should know besides: how the page got there, and when it is due."""
    if notice.kind != NoticeKind.WAITING:
        return ""
    words = {"person": name_of(notice.actor), "step": notice.step_before}
    if notice.step_before:
        said = _("%(person)s approved the step %(step)s.") % words
    else:
        said = _("%(person)s handed it in.") % words
    due = due_words(card_on(notice.page))
    return f"{said} {due[:1].upper()}{due[1:]}." if due else said


def name_of(user) -> str:
    """A person's name as colleagues say it."""
    if user is None:
        return _("Somebody")
    return user.get_full_name() or user.get_username()
