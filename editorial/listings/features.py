"""Lists of features: all of them, or those of a topic."""

from django.db.models import Q

from editorial.listings.paging import numbered_pages
from editorial.listings.pictures import PictureOrder
from editorial.listings.reach import objects

STORIES = 12


def all_features(number: str | None = None) -> dict:
    """One page of all features, newest first, and the topics that have any. Raises Http404 for a page not there."""
    return story_page(objects("FeaturePage").listed().newest(), number) | {"topics": used_topics()}


def topic_features(topic, number: str | None = None) -> dict:
    """One page of a topic's features. Raises Http404 for a page not there."""
    return story_page(objects("FeaturePage").listed().in_topic(topic), number) | {"topics": used_topics()}


def story_page(features, number: str | None) -> dict:
    """One page of a list of features, with its pictures."""
    page = numbered_pages(features, number, STORIES)
    pictures = PictureOrder()
    pictures.add_leads(page, "card")
    pictures.fetch()
    return {"page_obj": page, "stories": page.object_list}


def used_topics():
    """Topics that hold at least one story readers may see, in the editors' order."""
    shown = objects("FeaturePage").shown()
    return objects("Topic").filter(Q(pk__in=shown.values("topic")) | Q(features__in=shown)).distinct()
