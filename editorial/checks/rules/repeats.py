"""Rules against showing the same picture twice."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem
from editorial.checks.registry import rule


@rule(on=("FeaturePage",), warnings={"picture_repeated": gettext_lazy("Picture shown twice")})
def pictures_are_shown_once(page, ground: Ground) -> Iterator[Problem]:
    """No picture stands in the story twice, nor opens it and comes again."""
    met = Counter({page.lead_image_id: 1} if page.lead_image_id else {})
    for block_id, image_id in ground.contents(page).uses:
        met[image_id] += 1
        image = ground.images.get(image_id)
        if met[image_id] < 2 or image is None:
            continue
        is_lead = image_id == page.lead_image_id
        where = _("opens the story and comes again here") if is_lead else _("stands in the story more than once")
        yield Problem(
            "picture_repeated",
            _("The picture '%(title)s' %(where)s.") % {"title": image.title, "where": where},
            _("Choose another, unless the repetition is meant."),
            field="body",
            block_id=block_id,
        )
