"""Rules for what a reader may buy: that it can be had, and that paid links are named as such."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.addresses import host_of
from editorial.checks.ground import Ground
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule


@rule(errors={"disclosure_missing": gettext_lazy("Paid link without a notice")})
def paid_links_are_disclosed(page, ground: Ground) -> Iterator[Problem]:
    """No link in a text leads straight to a shop that pays us: only our own shop links carry the notice."""
    for link in ground.contents(page).links:
        host = host_of(link.href)
        if host and any(host == paying or host.endswith(f".{paying}") for paying in ground.paying_hosts):
            yield problem_at(
                link,
                "disclosure_missing",
                _("The link '%(words)s' leads straight to %(host)s, a shop that may pay us, and no notice says so.")
                % {"words": link.words or link.href, "host": host},
                _("Link to the product instead, or put in its card: there the notice stands before the shops."),
            )


@rule(on=("FeaturePage",), warnings={"offers_missing": gettext_lazy("Product without offers")})
def shown_products_can_be_had(page, ground: Ground) -> Iterator[Problem]:
    """Some shop has each product that the story shows."""
    for choice in ground.contents(page).choices:
        target = ground.targets.get(choice.page_id)
        is_product = choice.model.__name__ == "ProductPage"
        if is_product and target is not None and target.is_shown and target.pk not in ground.on_sale:
            yield problem_at(
                choice,
                "offers_missing",
                _("No shop has '%(title)s'.") % {"title": target.title},
                _("Choose a colourway that can be had, or enter an offer under Shops."),
                page_id=target.pk,
            )


@rule(on=("ProductPage",), warnings={"product_unsold": gettext_lazy("Product page without offers")})
def product_can_be_had(page, ground: Ground) -> Iterator[Problem]:
    """Some shop has the product."""
    if page.pk and page.live and page.pk not in ground.on_sale:
        yield Problem("product_unsold", _("No shop has this product."), _("Enter an offer under Shops."))
