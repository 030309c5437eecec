"""What block previews show: the magazine's own pictures and pages, where there are any."""

from django.apps import apps
from wagtail.images import get_image_model


def sample_pictures(count: int) -> list:
    """Up to so many of the newest pictures, each with an alternative text for its use; fewer where there are fewer."""
    images = list(get_image_model().objects.for_recipes("plain").order_by("-pk")[:count])
    for image in images:
        image.contextual_alt_text = image.description
        image.decorative = False
    return images


def sample_pages(model: str, count: int) -> list:
    """Up to so many shown pages of the type named by string ('ProductPage'), as cards; newest first."""
    return list(apps.get_model("editorial", model).objects.for_cards().order_by("-first_published_at", "-pk")[:count])
