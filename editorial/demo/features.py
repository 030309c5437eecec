"""Features, in every state an editor meets."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from editorial.choices import CreditRole, HeroLayout
from editorial.demo.bodies import BodyWriter
from editorial.demo.catalogue import one_of
from editorial.demo.pages import Planter, at_eight, describe, publish, rows
from editorial.demo.registry import Registry
from editorial.demo.sources import fields
from editorial.demo.stories import Story
from editorial.models import FeatureCredit, FeatureIndexPage, FeaturePage, FeatureSubject

STORY = fields(
    "key title headline standfirst summary seo_title description kicker topic accent hero published state words",
    "slug subjects topics hero_caption hero_layout photography illustration editing next sources",
)
DAYS_AHEAD = 7


def plant_features(planter: Planter, stories: list[Story]) -> None:
    """Put the stories under the features index."""
    parent = FeatureIndexPage.objects.get()
    for story in stories:
        seen = story.front["published"] if story.front["state"] in SEEN_BY_READERS else None
        planter.plant("feature", story.front, parent, FeaturePage, seen)


def fill_feature(page: FeaturePage, story: Story, registry: Registry, user: AbstractUser) -> None:
    """Write the feature and see it into the state its file names."""
    entry = story.front
    describe(page, entry, registry)
    page.headline, page.kicker = entry.text("headline"), entry.text("kicker")
    page.standfirst = entry.text("standfirst")
    page.hero_layout = one_of(HeroLayout, entry, "hero_layout", entry.get("hero_layout", HeroLayout.FULL))
    page.hero_caption = entry.text("hero_caption")
    page.sources = "\n".join(entry.get("sources", []))
    page.next_story = registry.named(entry, "next", "feature")
    page.topic = registry.named(entry, "topic", "topic")
    page.topics = [topic for topic in registry.all_named(entry, "topics", "topic") if topic != page.topic]
    page.body = page.body.stream_block.to_python(BodyWriter(story, registry).body())
    page.subjects = rows(FeatureSubject, page=registry.pointed_at(entry, "subjects"))
    credits = [(role, person) for role in CreditRole.values for person in registry.all_named(entry, role, "person")]
    page.credits = rows(
        FeatureCredit, role=[role for role, _person in credits], person=[person for _role, person in credits]
    )
    if entry["state"] not in STATES:
        raise entry.error(f"'{entry['state']}' is none of {', '.join(STATES)}.", "state")
    STATES[entry["state"]](page, user)


def leave_as_draft(page: FeaturePage, user: AbstractUser) -> None:
    """Never published: a revision waits."""
    page.save_revision(user=user, log_action=True)


def publish_and_go_on(page: FeaturePage, user: AbstractUser) -> None:
    """Live, with a newer draft: somebody is at work on the opening."""
    publish(page, user)
    page.refresh_from_db()
    page.standfirst = f"{page.standfirst} Now with the years in between."
    page.save_revision(user=user, log_action=True)


def schedule(page: FeaturePage, user: AbstractUser) -> None:
    """To go live in a week, at eight in the morning."""
    page.go_live_at = at_eight(timezone.localdate() + datetime.timedelta(days=DAYS_AHEAD))
    publish(page, user)


def submit(page: FeaturePage, user: AbstractUser) -> None:
    """Handed in, waiting for somebody's approval."""
    page.save_revision(user=user, log_action=True)
    page.get_workflow().start(page, user)


def publish_and_withdraw(page: FeaturePage, user: AbstractUser) -> None:
    """Published once, then taken down."""
    publish(page, user)
    page.refresh_from_db()
    page.unpublish()


STATES = {
    "live": publish,
    "draft": leave_as_draft,
    "live_with_draft": publish_and_go_on,
    "scheduled": schedule,
    "in_moderation": submit,
    "unpublished": publish_and_withdraw,
}
SEEN_BY_READERS = ("live", "live_with_draft", "unpublished")
