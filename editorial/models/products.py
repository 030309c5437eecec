"""Products: one colourway with one style code."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import IntegrityError, models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from editorial.checks import PublishRefused
from editorial.checks.rules.products import style_code_taken
from editorial.choices import Colour, Sizing
from editorial.listings.house import default_market, house_of
from editorial.listings.products import product
from editorial.models.base import PICTURES, BasePage
from editorial.models.brands import BrandPage
from editorial.models.silhouettes import SilhouettePage, owner_id
from editorial.panels import catalogue as panels
from editorial.querysets import EditorialPageQuerySet
from editorial.richtext import LINE
from editorial.rights import Use, shown_image
from editorial.style_codes import style_key, style_words

# What decides whether a product holds its style code.
STYLE_KEY_SOURCES = {"live", "alias_of", "alias_of_id", "style_code"}


class ProductQuerySet(EditorialPageQuerySet):
    """Products as cards need their silhouette and brand."""

    card_relations = ("lead_image", "lead_image__replacement", "brand", "silhouette")

    def holding(self, key: str, brand_id: int | None):
        """Live products of the brand that hold this normalised style code."""
        return self.filter(style_key=key, brand_id=brand_id)

    def newest(self):
        """Latest publication first."""
        return self.order_by("-first_published_at", "-pk")

    def in_editors_order(self):
        """As the silhouette's editors arranged them in the tree."""
        return self.order_by("path")


class ProductPage(BasePage):
    """One colourway, at /<brand>/<silhouette>/<colourway>/. The page title is the colourway's name.

    The style code is unique among the live products of a brand. `style_key` holds its normalised form only while the
    page is live and no alias, so drafts and copies may collide until somebody publishes one.
    """

    brand = models.ForeignKey(
        BrandPage, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="products"
    )
    silhouette = models.ForeignKey(
        SilhouettePage, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="products"
    )
    style_code = models.CharField(
        _("style code"), max_length=40, blank=True, help_text=_("As printed on the box: 1201A019-107.")
    )
    style_key = models.CharField(max_length=40, null=True, blank=True, editable=False)  # noqa: DJ001 NULL leaves the constraint
    sizing = models.CharField(_("sizing"), max_length=8, choices=Sizing, default=Sizing.UNISEX)
    note = RichTextField(
        _("note"), features=LINE, blank=True, help_text=_("Two or three sentences: what to know before buying it.")
    )

    objects = PageManager.from_queryset(ProductQuerySet)()

    template = "pages/product_page.html"
    parent_page_types = ["editorial.SilhouettePage"]
    subpage_types: list[str] = []

    content_panels = panels.PRODUCT_CONTENT
    exclude_fields_in_copy = ["style_key", "brand", "silhouette"]
    page_relations = (*PICTURES, "brand", "silhouette")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("style_words", boost=3),
        index.SearchField("style_key", boost=3),
        index.AutocompleteField("style_words"),
        index.SearchField("full_name", boost=2),
        index.SearchField("note"),
        index.FilterField("sizing"),
    ]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        constraints = [
            models.UniqueConstraint(fields=["brand", "style_key"], name="one_live_product_per_style_code"),
        ]

    def save(self, *args, **kwargs):
        self.follow_tree()
        holds_code = self.live and not self.alias_of_id
        self.style_key = (style_key(self.style_code) or None) if holds_code else None
        if STYLE_KEY_SOURCES.intersection(kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = [*kwargs["update_fields"], "style_key"]
        try:
            with transaction.atomic():
                if self.pk and not kwargs.get("update_fields"):
                    self.lift_prices_that_change_market()
                super().save(*args, **kwargs)
        except IntegrityError as error:
            # Two editors at once, or code that asked nobody: the database had the last word. Say who holds the code.
            holder = self.holder_of_style_code()
            if holder is None:
                raise
            raise PublishRefused(self, [style_code_taken(self.style_code, holder)]) from error

    def lift_prices_that_change_market(self) -> None:
        """Take stored prices whose market changes off the table; they are saved again with the page.

        Rows are written one by one: two that swap their markets would meet half-way.
        """
        stored = dict(RetailPrice.objects.filter(product_id=self.pk).values_list("pk", "market_id"))
        moved = [
            price.pk for price in self.retail_prices.all() if stored.get(price.pk, price.market_id) != price.market_id
        ]
        if moved:
            RetailPrice.objects.filter(pk__in=moved).delete()

    def follow_tree(self) -> None:
        if self.parent_in_tree():
            self.brand_id = owner_id(self, BrandPage)
            self.silhouette_id = owner_id(self, SilhouettePage)

    def validate_constraints(self, exclude=None):
        # Whose a style code is, the gate says, with the other product's name; the database has the last word.
        super().validate_constraints(exclude={*(exclude or ()), "style_key"})

    def holder_of_style_code(self):
        """The other live product of the brand that has this style code, or None. Aliases ask for none."""
        key = style_key(self.style_code)
        if not key or self.alias_of_id:
            return None
        holders = ProductPage.objects.holding(key, self.brand_id).exclude(pk=self.pk)
        return holders.select_related("brand", "silhouette").first()

    @cached_property
    def trail(self):
        return [page for page in (self.brand, self.silhouette) if page]

    @property
    def brand_name(self) -> str:
        """The brand's name."""
        return self.brand.title if self.brand else ""

    @property
    def silhouette_title(self) -> str:
        """The silhouette's name."""
        return self.silhouette.title if self.silhouette else ""

    @property
    def style_words(self) -> str:
        """The style code as a search index should read it."""
        return style_words(self.style_code)

    @property
    def full_name(self) -> str:
        """'ASICS Gel-Kayano 14, Pure Silver / Navy'."""
        model = f"{self.brand_name} {self.silhouette_title}".strip()
        return f"{model}, {self.title}" if model else self.title

    def get_admin_display_title(self):
        title = super().get_admin_display_title()
        return " · ".join(part for part in (self.silhouette_title, title, self.style_code) if part)

    def get_context(self, request, *args, **kwargs):
        return (
            super().get_context(request, *args, **kwargs)
            | product(self, default_market(request), house_of(request))
            | {"texts": [self.note]}
        )


class ProductColour(Orderable):
    """A colour family of the colourway, the main one first."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="colours")
    colour = models.CharField(_("colour"), max_length=10, choices=Colour)

    class Meta(Orderable.Meta):
        verbose_name = _("colour")


class ProductPicture(Orderable):
    """A further picture in the product's gallery; the lead picture opens it."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        "editorial.EditorialImage", verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    alt = models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("Left empty, the picture's description is used.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("picture")

    @property
    def picture(self):
        """The picture as readers see it: the chosen one while its rights last, else its replacement, or None."""
        return shown_image(self.image, Use.STORY)

    @property
    def alt_text(self) -> str:
        """The alternative text as rendered; empty where no picture is."""
        picture = self.picture
        if picture is None:
            return ""
        return (self.alt if picture.pk == self.image_id else "") or picture.description


class RetailPrice(Orderable):
    """What the brand asks in a market: an editor's fact, not a shop's offer. Amount in the market's currency."""

    product = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="retail_prices")
    market = models.ForeignKey(
        "editorial.Market", verbose_name=_("market"), on_delete=models.CASCADE, related_name="retail_prices"
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=12,
        decimal_places=3,
        validators=[MinValueValidator(Decimal("0.001"), _("More than nothing."))],
    )

    class Meta(Orderable.Meta):
        verbose_name = _("retail price")
        constraints = [
            models.UniqueConstraint(fields=["product", "market"], name="one_retail_price_per_market"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="retail_price_above_zero"),
        ]
