"""Rules for links: each leads somewhere, and to what readers may see."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.blocks.anchors import TAKEN, TAKEN_BEGINNINGS, readable_anchor
from editorial.checks import addresses
from editorial.checks.contents import Link
from editorial.checks.fixed import Answer
from editorial.checks.ground import Ground
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule


@rule(
    errors={
        "link_dead": gettext_lazy("Link that leads nowhere"),
        "anchor_dead": gettext_lazy("Dead anchor"),
        "link_closed": gettext_lazy("Link to the desk"),
    },
    warnings={"link_hidden": gettext_lazy("Link to an unpublished page")},
)
def links_lead_somewhere(page, ground: Ground) -> Iterator[Problem]:
    """Every link inside the site has a page at its end that readers may see, and an anchor that is there."""
    for link in ground.contents(page).links:
        if link.term_id is not None:
            problem = None if link.term_id in ground.terms else lost_term(link)
        elif link.page_id is not None:
            problem = linked_page(link, ground)
        else:
            problem = linked_address(page, link, ground)
        if problem is not None:
            yield problem


@rule(
    on=("FeaturePage",),
    errors={"card_dead": gettext_lazy("Card of a page that is gone")},
    warnings={"card_hidden": gettext_lazy("Card of an unpublished page")},
)
def cards_show_something(page, ground: Ground) -> Iterator[Problem]:
    """Every page that a block shows is there, and readers may see it."""
    for choice in ground.contents(page).choices:
        target = ground.targets.get(choice.page_id)
        if target is None:
            message = _("A block shows a page that no longer exists.")
            yield problem_at(choice, "card_dead", message, _("Choose another, or delete the block."))
        elif not target.is_shown:
            message = _("A block shows '%(title)s', which is not published.") % {"title": target.title}
            mend = _("Publish it first, or choose another: readers would see nothing here.")
            yield problem_at(choice, "card_hidden", message, mend, page_id=target.pk)


def linked_page(link: Link, ground: Ground) -> Problem | None:
    """What is wrong with a link to a page of the tree."""
    target = ground.targets.get(link.page_id)
    if target is None:
        return dead(link)
    return None if target.is_shown else hidden(link, target)


def linked_address(page, link: Link, ground: Ground) -> Problem | None:
    """What is wrong with an address written by hand."""
    address = addresses.inside(link.href, ground.own_hosts)
    if address is None:
        return None
    if not address.path:
        return anchored(link, page, address.anchor)
    target = ground.by_address.get(address.path)
    if target is None:
        return fixed_address(link, address, ground)
    if target.pk == page.pk:
        return anchored(link, page, address.anchor)
    if not target.is_shown:
        return unreachable(link, target)
    is_story = address.anchor and target.specific_class.__name__ == "FeaturePage"
    return anchored(link, target.specific, address.anchor) if is_story else None


def fixed_address(link: Link, address: addresses.Inside, ground: Ground) -> Problem | None:
    """What is wrong with an address at which no page stands."""
    answer = ground.answer_at(address.path)
    if answer is Answer.NOT_FOR_READERS:
        return closed(link)
    if answer is Answer.THERE:
        anchor = address.anchor if address.path == reverse("glossary") else ""
        is_found = not anchor or anchor in TAKEN or ground.has_entry(anchor)
        return None if is_found else lost_entry(link, anchor)
    return None if answer is None and address.path in ground.redirected else dead(link)


def anchored(link: Link, page, anchor: str) -> Problem | None:
    """What is wrong with the place in the page that a link names."""
    if not anchor or anchor in TAKEN or anchor.startswith(TAKEN_BEGINNINGS) or anchor in anchors_of(page):
        return None
    return problem_at(
        link,
        "anchor_dead",
        _("The link '%(words)s' leads to #%(anchor)s, which no section has.")
        % {"words": short(link), "anchor": anchor},
        _("Copy the address from the section's settings, or link to the page alone."),
    )


def anchors_of(page) -> set[str]:
    """The addresses of a story's sections, also of those not saved yet."""
    body = getattr(page, "body", None)
    found = set()
    for item in getattr(body, "raw_data", ()):
        section = item["value"]
        if isinstance(section, dict):
            found.add(section.get("anchor") or readable_anchor(section.get("heading") or "", item.get("id") or ""))
    return found


def dead(link: Link) -> Problem:
    """The objection to a link to nothing."""
    where = f" ({link.href})" if link.href else ""
    return problem_at(
        link,
        "link_dead",
        _("The link '%(words)s'%(where)s leads to a page that does not exist.")
        % {"words": short(link), "where": where},
        _("Link to another page, or take the link off the words."),
    )


def closed(link: Link) -> Problem:
    """The objection to a link to a place that only the desk may enter."""
    return problem_at(
        link,
        "link_closed",
        _("The link '%(words)s' (%(address)s) leads to the desk, where readers may not go.")
        % {"words": short(link), "address": link.href},
        _("Link to the published page: choose it, instead of copying the address of its form or draft."),
    )


def lost_entry(link: Link, anchor: str) -> Problem:
    """The objection to an address in the glossary at which no term stands."""
    return problem_at(
        link,
        "anchor_dead",
        _("The link '%(words)s' leads to #%(anchor)s, which the glossary does not have.")
        % {"words": short(link), "anchor": anchor},
        _("Use the 'Glossary term' button on the words instead: it follows a term that is renamed."),
    )


def lost_term(link: Link) -> Problem:
    """The objection to a word explained by an entry of the glossary that is gone."""
    return problem_at(
        link,
        "link_dead",
        _("'%(words)s' is explained by a glossary term that does not exist.") % {"words": short(link)},
        _("Choose another term, or take the link off the words."),
    )


def hidden(link: Link, target) -> Problem:
    """The objection to a link to a page that readers may not see."""
    return problem_at(
        link,
        "link_hidden",
        _("The link '%(words)s' leads to '%(title)s', which is not published.")
        % {"words": short(link), "title": target.title},
        _("Publish it first, or take the link off: until then readers see the words alone."),
        page_id=target.pk,
    )


def unreachable(link: Link, target) -> Problem:
    """The objection to an address written by hand of a page that readers may not see: nothing takes the link off."""
    return problem_at(
        link,
        "link_dead",
        _("The link '%(words)s' (%(address)s) leads to '%(title)s', which is not published.")
        % {"words": short(link), "address": link.href, "title": target.title},
        _("Publish it first, or choose the page with the link button: then its words stand alone until it is there."),
        page_id=target.pk,
    )


def short(link: Link) -> str:
    """The linked words, not too many of them."""
    return Truncator(link.words or link.href).chars(50)
