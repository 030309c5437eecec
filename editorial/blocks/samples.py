"""What block previews show: the magazine's own pictures and pages, where there are any."""

from wagtail.images import get_image_model

from editorial.listings.reach import objects


def sample_pictures(count: int) -> list:
    """Up to so many of the newest pictures, each with an alternative text for its use; fewer where there are fewer."""
    images = list(get_image_model().objects.for_recipes("plain").order_by("-pk")[:count])
    for image in images:
        image.contextual_alt_text = image.description
        image.decorative = False
    return images


def sample_pages(model: str, count: int) -> list:
    """Up to so many shown pages of the type named by string ('ProductPage'), newest first."""
    return list(objects(model).shown().order_by("-first_published_at", "-pk")[:count])
