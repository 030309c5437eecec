"""A desk on which every panel has something to show."""

import datetime

from django.utils import timezone
from wagtail.log_actions import log

from editorial.actions.publish_due import REFUSED_ACTION
from editorial.choices import Severity
from editorial.models import FeatureMention, FeaturePage, Finding, ProductPage
from tests.desk.builders import brand, feature, picture, product, silhouette
from tests.desk.newsroom import hand_in


def desk_of_everything(user, count: int, first: int = 1) -> None:
    """`count` rows for every panel of a chief editor."""
    shoe = ProductPage.objects.first() or product(silhouette(brand()))
    now = timezone.now()
    for number in range(first, first + count):
        hand_in(feature(f"In review {number}", owner=user), user)
        coming = feature(f"Coming {number}")
        coming.go_live_at = now + datetime.timedelta(days=number)
        coming.save_revision().publish()
        refused = feature(f"Refused {number}")
        log(instance=refused, action=REFUSED_ACTION, revision=refused.latest_revision, data={"problems": ["Why."]})
        FeaturePage.objects.filter(pk=refused.pk).update(has_unpublished_changes=True)
        old = feature(f"Old {number}", live=True)
        FeaturePage.objects.filter(pk=old.pk).update(last_published_at=now - datetime.timedelta(days=400))
        FeatureMention.objects.create(feature=old, subject=shoe, source="explicit")
        Finding.objects.create(
            page=old,
            key="x",
            rule="link_dead",
            severity=Severity.WARNING,
            message="Gone.",
            first_found_at=now,
            found_at=now,
        )
        picture(f"Ending {number}", rights_until=timezone.localdate() + datetime.timedelta(days=number))
