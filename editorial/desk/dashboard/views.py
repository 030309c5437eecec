"""All of a panel, page by page."""

from django.core.paginator import Paginator
from django.http import Http404
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.desk.dashboard.pages import Refused, Scheduled
from editorial.desk.dashboard.panel import PER_PAGE
from editorial.desk.dashboard.sold_out import CannotBeBought
from editorial.desk.dashboard.steps import InReview, MyDrafts, WaitingForMe
from editorial.desk.dashboard.stories import StaleStories
from editorial.desk.dashboard.upkeep import DeadLinks, RightsEnding

# In the order of the dashboard: what is wrong, what waits for me, then the house.
PANELS = (
    Refused,
    WaitingForMe,
    MyDrafts,
    InReview,
    Scheduled,
    RightsEnding,
    DeadLinks,
    StaleStories,
    CannotBeBought,
)


class PanelList(WagtailAdminTemplateMixin, TemplateView):
    """Everything a panel has for the person who asks."""

    template_name = "desk/home/list.html"
    header_icon = "clipboard-list"

    def setup(self, request, *args, name: str, **kwargs):
        super().setup(request, *args, **kwargs)
        panels = {panel.name: panel for panel in PANELS}
        if name not in panels:
            raise Http404
        self.panel = panels[name]()
        self.page_title = self.panel.heading

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        page = Paginator(self.panel.items(self.request.user), PER_PAGE).get_page(self.request.GET.get("p"))
        rows = list(self.panel.dress(list(page.object_list), self.request.user))
        empty = self.panel.empty_for(self.request.user)
        return super().get_context_data(panel=self.panel, page=page, rows=rows, empty=empty, **kwargs)
