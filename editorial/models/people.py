"""Designers, writers, photographers; and the labels, boutiques and artists they work with."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from editorial.choices import PartnerKind
from editorial.listings.people import index_of, partner, person
from editorial.models.base import BasePage, IndexPage
from editorial.panels import catalogue as panels
from editorial.richtext import PROSE


class PersonIndexPage(IndexPage):
    """All people, at /people/."""

    template = "pages/person_index_page.html"
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.PersonPage"]

    class Meta:
        verbose_name = _("people index")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | index_of("PersonPage", request.GET.get("page"))


class PersonPage(BasePage):
    """A person with a part in the story: designer, author, photographer, stylist."""

    role = models.CharField(_("role"), max_length=120, blank=True, help_text=_("One line: 'Designer, Kobe'."))
    location = models.CharField(_("based in"), max_length=80, blank=True)
    biography = RichTextField(_("biography"), features=PROSE, blank=True)

    template = "pages/person_page.html"
    parent_page_types = ["editorial.PersonIndexPage"]
    subpage_types: list[str] = []

    search_fields = [*BasePage.search_fields, index.SearchField("role"), index.SearchField("biography")]

    content_panels = panels.PERSON_CONTENT

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    @property
    def summary(self) -> str:
        return self.listing_summary or self.role

    @property
    def line(self) -> str:
        """What a card says under the name."""
        return self.role

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "texts": [self.biography],
            **person(self, request.GET.get("page")),
        }


class PartnerIndexPage(IndexPage):
    """All partners, at /partners/."""

    template = "pages/partner_index_page.html"
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.PartnerPage"]

    class Meta:
        verbose_name = _("partners index")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | index_of("PartnerPage", request.GET.get("page"))


class PartnerPage(BasePage):
    """A house that collaborates: label, boutique, artist, studio."""

    kind = models.CharField(_("kind"), max_length=12, choices=PartnerKind, default=PartnerKind.LABEL)
    location = models.CharField(_("based in"), max_length=80, blank=True)
    website = models.URLField(_("website"), blank=True)
    biography = RichTextField(_("about"), features=PROSE, blank=True)

    template = "pages/partner_page.html"
    parent_page_types = ["editorial.PartnerIndexPage"]
    subpage_types: list[str] = []

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("location"),
        index.SearchField("biography"),
        index.FilterField("kind"),
    ]

    content_panels = panels.PARTNER_CONTENT

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    @property
    def line(self) -> str:
        """What a card says under the name: what kind of house, and where."""
        return ", ".join(part for part in (self.get_kind_display(), self.location) if part)

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | partner(self) | {"texts": [self.biography]}
