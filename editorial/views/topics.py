"""A topic's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from editorial.listings.facts import Step
from editorial.listings.features import topic_features
from editorial.models import FeatureIndexPage, Topic


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The stories filed under a topic, newest first."""
    found = get_object_or_404(Topic, slug=slug)
    index = FeatureIndexPage.objects.shown().first()
    context = topic_features(found, request.GET.get("page")) | {
        "topic": found,
        "title": gettext("Stories: %(topic)s") % {"topic": found.title},
        "description": found.introduction
        or gettext("Stories filed under %(topic)s, newest first.") % {"topic": found.title},
        "trail": [index or Step("Features", "/features/")],
    }
    return render(request, "site/topic.html", context)
