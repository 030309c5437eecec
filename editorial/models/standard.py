"""Plain text pages: cookie policy, how we earn, corrections."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from editorial.models.base import BasePage
from editorial.panels import catalogue as panels
from editorial.richtext import PAGE


class StandardPage(BasePage):
    """A page of plain text with headings, directly under the front page."""

    body = RichTextField(_("text"), features=PAGE, blank=True)

    template = "pages/standard_page.html"
    parent_page_types = ["editorial.HomePage"]
    subpage_types: list[str] = []

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = panels.STANDARD_CONTENT

    class Meta:
        verbose_name = _("plain text page")
        verbose_name_plural = _("plain text pages")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"texts": [self.body]}
