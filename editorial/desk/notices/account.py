"""Which of the desk's letters a person wants, under Account › Notifications. Notices in the admin come either way."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.models import Task

from editorial.choices import NoticeKind
from editorial.models import LetterChoice

# Kinds that the framework's own settings say nothing of.
KINDS = {
    NoticeKind.CLAIMED: _("somebody has taken the step of my story"),
    NoticeKind.DECIDED: _("somebody else approves a step that I have taken"),
    NoticeKind.CANCELLED: _("my story is taken out of its steps"),
    NoticeKind.DUE: _("a story of mine is due tomorrow"),
    NoticeKind.OVERDUE: _("a story of mine is overdue"),
    NoticeKind.RIGHTS: _("the rights of a picture in my story end"),
}


def steps_of(user):
    """The steps that tell this user of stories."""
    steps = Task.objects.filter(active=True)
    if not user.is_superuser:
        steps = steps.filter(groupapprovaltask__groups__in=user.groups.all()).distinct()
    return steps.order_by("workflow_tasks__sort_order", "pk").values_list("pk", "name")


class LettersForm(forms.ModelForm):
    """Ticked is wanted; what is kept is what is not."""

    steps = forms.TypedMultipleChoiceField(
        label=_("A letter when a story waits at"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    kinds = forms.MultipleChoiceField(
        label=_("A letter when"), choices=list(KINDS.items()), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = LetterChoice
        fields = ()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.user = user
        self.offered = dict(steps_of(user))
        if self.offered:
            self.fields["steps"].choices = list(self.offered.items())
            self.initial["steps"] = [pk for pk in self.offered if pk not in self.instance.no_steps]
        else:
            del self.fields["steps"]
        self.initial["kinds"] = [kind for kind in KINDS if kind not in self.instance.no_kinds]

    def save(self, commit=True):
        """Note what is not wanted; a step that is not this person's today keeps what was said of it."""
        if "steps" in self.fields:
            kept = {pk for pk in self.instance.no_steps if pk not in self.offered}
            self.instance.no_steps = sorted(kept | self.offered.keys() - set(self.cleaned_data["steps"]))
        self.instance.no_kinds = [kind.value for kind in KINDS if kind not in self.cleaned_data["kinds"]]
        return super().save(commit)


class LettersPanel(BaseSettingsPanel):
    """Beside the framework's switches."""

    name = "desk-letters"
    title = _("Letters from the desk")
    tab = notifications_tab
    order = 150

    def get_form(self):
        choice = LetterChoice.objects.filter(user=self.user).first() or LetterChoice()
        data = self.request.POST if self.request.method == "POST" else None
        return LettersForm(data, instance=choice, user=self.user, prefix=self.name)


@hooks.register("register_account_settings_panel")
def letters_panel(request, user, profile) -> LettersPanel:
    """For everybody at the desk."""
    return LettersPanel(request, user, profile)
