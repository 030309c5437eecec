"""The question and its answer, on one page."""

from collections.abc import Callable

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from editorial.desk.people import editable_pages, edits_everywhere
from editorial.desk.where_used.blocks import block_names
from editorial.desk.where_used.uses import of_block, of_thing, with_block, with_thing
from editorial.models import EditorialImage, Term

# What can be asked for besides blocks: the name in the address and the model.
THINGS: dict[str, type[Model]] = {"term": Term, "image": EditorialImage}
LONGEST_ID = 18


class WhereUsed(WagtailAdminTemplateMixin, TemplateView):
    """`?block=`, `?term=` or `?image=`: the pages the user may edit that hold it."""

    page_title = _("Where used")
    header_icon = "search"
    template_name = "desk/where_used/answer.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        params = self.request.GET
        names = block_names()
        context = {"names": names, "terms": Term.objects.order_by("title"), "chosen_block": params.get("block", "")}
        number, pages = params.get("p"), editable_pages(self.request.user)
        asked, thing = self.thing()
        if thing is not None:
            listed, uses = of_thing(thing, pages, number)
            context["elsewhere"] = self.beyond(listed, lambda everywhere: with_thing(thing, everywhere)[0])
            context |= {"asked_for": str(thing), asked: thing, "query": f"{asked}={thing.pk}&"}
        elif context["chosen_block"] in names:
            listed, uses = of_block(context["chosen_block"], pages, number)
            context["elsewhere"] = self.beyond(
                listed, lambda everywhere: with_block(context["chosen_block"], everywhere)
            )
            context |= {"asked_for": names[context["chosen_block"]], "query": f"block={context['chosen_block']}&"}
        else:
            context["is_unknown"] = bool(context["chosen_block"])
            return super().get_context_data(**context, **kwargs)
        return super().get_context_data(listed=listed, uses=uses, **context, **kwargs)

    def beyond(self, listed, find: Callable[[QuerySet[Page]], QuerySet[Page]]) -> int:
        """How many more pages hold it that the user may not edit: their number, nothing else of them."""
        if edits_everywhere(self.request.user):
            return 0
        return find(Page.objects.filter(depth__gt=1)).count() - listed.paginator.count

    def thing(self) -> tuple[str, Model | None]:
        """The term or picture asked for; nothing where none is. Raises Http404 for one that is not there."""
        for name, model in THINGS.items():
            wanted = self.request.GET.get(name, "")
            if not wanted:
                continue
            is_id = wanted.isascii() and wanted.isdigit() and len(wanted) <= LONGEST_ID
            found = model._default_manager.filter(pk=int(wanted)).first() if is_id else None
            if found is None:
                raise Http404
            return name, found
        return "", None
