"""The head of a page, for search engines and social sites."""

from django import template

from editorial.syndication import heads

register = template.Library()


@register.inclusion_tag("site/head.html", takes_context=True)
def page_head(context, narrowed=False):
    """Title, description, canonical address, cards and structured data of the page of the tree in `page`.

    `narrowed`: a reader asked for some of what stands at the address; search engines pass that over.
    """
    return {"head": heads.page_head(context["page"], context, narrowed=bool(narrowed))}


@register.inclusion_tag("site/head.html", takes_context=True)
def view_head(context, title, description, crumb="", narrowed=False, stands_for="", alternates=()):
    """The same for a page that is a view. `crumb` is the last step of its breadcrumb, where it has one.

    `stands_for`: the absolute address of the page that search engines are to take instead.
    `alternates`: the same page for readers of other countries.
    """
    words = {"crumb": str(crumb), "narrowed": bool(narrowed), "stands_for": stands_for, "alternates": alternates}
    return {"head": heads.view_head(context, str(title), str(description), **words)}
