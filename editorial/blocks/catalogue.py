"""The catalogue in a story: spec sheets, products, collaborations, comparisons."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from editorial.blocks import automatic
from editorial.blocks.choosers import PageChooser, RailSource, TimelineSource, all_shown, shown
from editorial.blocks.groups import CATALOGUE
from editorial.blocks.requirements import Lack
from editorial.blocks.samples import sample_pages
from editorial.listings.labels import label_facts
from editorial.listings.timeline import by_year

EITHER_OR = _("Choose some yourself, or name where they come from: not both.")
NEITHER = _("Choose some, or name below where they come from.")


def lacks_either(stored, chosen: str, source: str) -> Iterator[Lack]:
    """The same of a stored block."""
    if stored.get(chosen) and stored.get(source):
        yield Lack(source, _("some are chosen, and where they come from is named too."), EITHER_OR)
    if not stored.get(chosen) and not stored.get(source):
        yield Lack(source, _("nothing is chosen."), NEITHER)


def either(value, chosen: str, source: str) -> None:
    """Refuse a list that is both chosen and automatic, or neither. Raises StructBlockValidationError on the field."""
    if value[chosen] and value[source]:
        raise StructBlockValidationError({source: ValidationError(EITHER_OR, code="chosen_and_automatic")})
    if not value[chosen] and not value[source]:
        raise StructBlockValidationError({source: ValidationError(NEITHER, code="nothing_chosen")})


class SpecSheet(blocks.StructBlock):
    """The box label of a silhouette."""

    silhouette = PageChooser(page_type="editorial.SilhouettePage", label=_("Silhouette"))

    class Meta:
        icon = "table"
        label = _("Spec sheet")
        description = _("A silhouette’s facts, from the catalogue: years, designers, technologies, measurements.")
        group = CATALOGUE
        template = "blocks/spec_sheet.html"

    def get_preview_value(self):
        return self.normalize({"silhouette": next(iter(sample_pages("SilhouettePage", 1)), None)})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        silhouette = shown(value["silhouette"])
        context["silhouette"] = silhouette
        if silhouette:
            context.update(facts=label_facts(silhouette), heading_id=f"spec-{context.get('id')}")
        return context


class ProductCard(blocks.StructBlock):
    """One product."""

    product = PageChooser(page_type="editorial.ProductPage", label=_("Product"))

    class Meta:
        icon = "tag"
        label = _("Product card")
        description = _("One colourway with its style code, beside the text.")
        group = CATALOGUE
        template = "blocks/product_card.html"

    def get_preview_value(self):
        return self.normalize({"product": next(iter(sample_pages("ProductPage", 1)), None)})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["product"] = shown(value["product"])
        return context


class ProductRail(blocks.StructBlock):
    """A row of products."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    products = blocks.ListBlock(
        PageChooser(page_type="editorial.ProductPage", label=_("Product")), label=_("Products"), default=[], max_num=12
    )
    silhouette = RailSource(
        page_type="editorial.SilhouettePage",
        label=_("All of a silhouette"),
        required=False,
        help_text=_("Instead of choosing: its newest colourways, always up to date."),
    )

    class Meta:
        icon = "tag"
        label = _("Product rail")
        description = _("A row of colourways that scrolls sideways: chosen one by one, or a silhouette’s newest.")
        group = CATALOGUE
        template = "blocks/product_rail.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            either(cleaned, "products", "silhouette")
        return cleaned

    def lacking(self, stored: dict) -> Iterator[Lack]:
        """What it needs besides its own inputs' needs: see `requirements.py`."""
        return lacks_either(stored, "products", "silhouette")

    def get_preview_value(self):
        return self.normalize({"title": "On the shelf", "products": sample_pages("ProductPage", 4), "silhouette": None})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        silhouette = None if value["products"] else shown(value["silhouette"])
        context["silhouette"] = silhouette
        context["products"] = silhouette.newest_products if silhouette else all_shown(value["products"])
        return context


class CollaborationCard(blocks.StructBlock):
    """One collaboration."""

    collaboration = PageChooser(page_type="editorial.CollaborationPage", label=_("Collaboration"))

    class Meta:
        icon = "link"
        label = _("Collaboration card")
        description = _("One entry of the collaborations timeline, with its picture and date.")
        group = CATALOGUE
        template = "blocks/collaboration_card.html"

    def get_preview_value(self):
        return self.normalize({"collaboration": next(iter(sample_pages("CollaborationPage", 1)), None)})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["collaboration"] = shown(value["collaboration"])
        return context


class CollaborationTimeline(blocks.StructBlock):
    """Collaborations by year."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    collaborations = blocks.ListBlock(
        PageChooser(page_type="editorial.CollaborationPage", label=_("Collaboration")),
        label=_("Collaborations"),
        default=[],
        max_num=60,
    )
    source = TimelineSource(
        page_type=["editorial.SilhouettePage", "editorial.BrandPage"],
        label=_("All of a silhouette or brand"),
        required=False,
        help_text=_("Instead of choosing: every collaboration on it, always up to date."),
    )

    class Meta:
        icon = "history"
        label = _("Collaboration timeline")
        description = _("Collaborations year by year: chosen, or all of a silhouette or brand.")
        group = CATALOGUE
        template = "blocks/collaboration_timeline.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            either(cleaned, "collaborations", "source")
        return cleaned

    def lacking(self, stored: dict) -> Iterator[Lack]:
        """What it needs besides its own inputs' needs: see `requirements.py`."""
        return lacks_either(stored, "collaborations", "source")

    def get_preview_value(self):
        return self.normalize({"title": "", "collaborations": sample_pages("CollaborationPage", 5), "source": None})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        source = None if value["collaborations"] else shown(value["source"])
        chosen = automatic.in_order(all_shown(value["collaborations"]))
        context["years"] = by_year(source.collaborations_on if source else chosen)
        return context


class Comparison(blocks.StructBlock):
    """Two or three silhouettes, fact by fact."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=80)
    silhouettes = blocks.ListBlock(
        PageChooser(page_type="editorial.SilhouettePage", label=_("Silhouette")),
        label=_("Silhouettes"),
        min_num=2,
        max_num=3,
    )

    class Meta:
        icon = "table"
        label = _("Comparison")
        description = _("Two or three silhouettes side by side, fact by fact, from their spec sheets.")
        group = CATALOGUE
        template = "blocks/comparison.html"

    def clean(self, value):
        cleaned = super().clean(value)
        chosen = [page.pk for page in cleaned["silhouettes"] if page]
        if len(set(chosen)) < len(chosen):
            error = ValidationError(_("Choose each silhouette once."), code="compared_with_itself")
            raise StructBlockValidationError({"silhouettes": blocks.list_block.ListBlockValidationError(None, [error])})
        return cleaned

    def get_preview_value(self):
        return self.normalize({"title": "", "silhouettes": sample_pages("SilhouettePage", 2)})

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        silhouettes = all_shown(value["silhouettes"])
        context["silhouettes"] = silhouettes
        context["rows"] = automatic.compared(silhouettes)
        return context
