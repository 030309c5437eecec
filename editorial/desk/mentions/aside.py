"""Names that shall not become entries: set aside in the panel of a story, listed in the Catalogue menu, taken back."""

import json
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_denied
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from editorial.mentions.unknown import UnknownName, compared
from editorial.models import SetAsideName

MAY_SET_ASIDE, MAY_TAKE_BACK = "editorial.add_setasidename", "editorial.delete_setasidename"


def set_aside(names: Iterable[UnknownName]) -> set[str]:
    """The keys of those among the names that somebody has set aside; one query, none without names."""
    keys = [name.key for name in names]
    return set(SetAsideName.objects.filter(key__in=keys).values_list("key", flat=True)) if keys else set()


@require_POST
def set_name_aside(request: HttpRequest):
    """Set a name aside for good, or with `back` take it back: {"name": …, "back": false}. Twice is as good as once."""
    try:
        asked = json.loads(request.body)
        name, back = asked["name"], bool(asked.get("back"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        name = None
    if not isinstance(name, str):
        return JsonResponse({"error": _("This is no name.")}, status=400)
    if not request.user.has_perm(MAY_TAKE_BACK if back else MAY_SET_ASIDE):
        return permission_denied(request)
    kept = SetAsideName.objects.filter(key=compared(name))
    if back:
        kept.delete()
    elif not kept.exists():
        new = SetAsideName(name=name, made_by=request.user)
        try:
            new.full_clean(exclude=["key"])
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=400)
        new.save()
    return JsonResponse({"name": name, "back": back})


class SetAsideCreateView(CreateView):
    """Remembers who did it."""

    def save_instance(self):
        self.form.instance.made_by = self.request.user
        return super().save_instance()


class SetAsideViewSet(SnippetViewSet):
    """The list of them. Whoever deletes one is offered the name again."""

    model = SetAsideName
    add_view_class = SetAsideCreateView
    icon = "cross"
    menu_label = gettext_lazy("Not for the catalogue")
    list_display = [
        "name",
        Column("made_by", label=gettext_lazy("By"), width="25%"),
        DateColumn("made_at", label=gettext_lazy("Since"), sort_key="made_at", width="20%"),
    ]
    search_fields = ["name"]
    list_per_page = 100
    copy_view_enabled = False
    panels = [FieldPanel("name")]

    def get_queryset(self, request):
        return SetAsideName.objects.select_related("made_by")
