"""What every page of the magazine shares."""

from collections.abc import Mapping
from types import MappingProxyType

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageViewRestriction
from wagtail.search import index

from editorial.checks import Problem, PublishRefused
from editorial.checks.ground import Ground
from editorial.checks.rules import problems_of
from editorial.choices import Accent
from editorial.models.page_permissions import EditorialPermissionTester
from editorial.models.pointers import without_dangling
from editorial.models.previews import PreviewedAhead
from editorial.panels import pages as panels
from editorial.panels.forms import EditorialPageForm
from editorial.querysets import EditorialPageManager
from editorial.reserved import is_reserved
from editorial.rights import Use, shown_image

# treebeard's materialised path: root, home page, then the magazine's own levels.
HOME_DEPTH = 2
NO_ROW = 0
# What a version does not keep of its own: it is put back from the page, so nobody need look it up.
THE_PAGES_OWN = frozenset({"alias_of", "content_type", "latest_revision", "locale", "locked_by", "owner"})
# Not read: None is an answer.
UNKNOWN = object()

# What a page's own pictures need, each with the one that stands in for it when its rights end.
PICTURES = ("lead_image", "lead_image__replacement", "social_image", "social_image__replacement")


class BasePage(PreviewedAhead, Page):
    """A page of the magazine: a lead picture, a line for listings, a card for social sites, one accent.

    `publish()` is the gate: every road to live passes it.
    """

    listing_summary = models.CharField(
        _("listing summary"),
        max_length=200,
        blank=True,
        help_text=_("One sentence for cards, lists and feeds. Left empty, the standfirst or description is used."),
    )
    lead_image = models.ForeignKey(
        "editorial.EditorialImage",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_alt = models.CharField(
        _("alternative text of the lead picture"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for readers who cannot see it. Left empty, its own description is used."),
    )
    social_image = models.ForeignKey(
        "editorial.EditorialImage",
        verbose_name=_("social picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For cards on social sites. Left empty, the lead picture is used."),
    )
    accent = models.CharField(
        _("accent"),
        max_length=12,
        choices=Accent,
        blank=True,
        help_text=_("One colour, from the shoe. Contrast is looked after in light and dark."),
    )

    # Relations that the page's own template prints, joined when a reader asks for it.
    page_relations: tuple[str, ...] = PICTURES
    # Set by the front page's route, which learns it together with the page.
    is_known_public = False
    # The content types of the pages that a version points at, by their ids; known where a version was read.
    types_met: Mapping[int, int] = MappingProxyType({})

    # The parent of a page that is still being created, set by its form.
    intended_parent: Page | None = None

    search_fields = [*Page.search_fields, index.SearchField("listing_summary")]

    base_form_class = EditorialPageForm
    promote_panels = panels.PROMOTE

    objects = EditorialPageManager()

    class Meta:
        abstract = True

    @property
    def summary(self) -> str:
        """The sentence for cards and lists."""
        return self.listing_summary or self.search_description

    @property
    def lead_picture(self):
        """The picture the page opens with: the chosen one while its rights last, else its replacement, or None."""
        return shown_image(self.lead_image, Use.STORY)

    @property
    def card_picture(self):
        """The picture that announces the page on others, or None."""
        return shown_image(self.lead_image, Use.CARD)

    @property
    def feed_picture(self):
        """The picture that travels with the page, or None."""
        return shown_image(self.lead_image, Use.FEED)

    @property
    def facts_picture(self):
        """The picture that search engines are told of, or None."""
        return shown_image(self.lead_image, Use.SOCIAL)

    @property
    def social_picture(self):
        """The picture for social cards, or None."""
        return shown_image(self.social_image, Use.SOCIAL) or self.facts_picture

    @property
    def lead_alt_text(self) -> str:
        """The alternative text of the picture the page opens with."""
        return self.alt_text_of(self.lead_picture)

    @property
    def card_alt_text(self) -> str:
        """The alternative text of the picture on the page's card."""
        return self.alt_text_of(self.card_picture)

    def alt_text_of(self, picture) -> str:
        """What a picture of the page shows: the page's own words for the lead picture, else its description."""
        if picture is None:
            return ""
        is_lead = picture.pk == self.lead_image_id
        return (self.lead_alt if is_lead else "") or picture.description

    def caption_of(self, picture) -> str:
        """The words under the lead picture; empty under any other, which they would not be about."""
        is_lead = picture is not None and picture.pk == self.lead_image_id
        return getattr(self, "hero_caption", "") if is_lead else ""

    @cached_property
    def trail(self) -> list:
        """The breadcrumb between the front page and this page: pages, or steps with title and url."""
        return [self.get_parent()] if self.depth and self.depth > HOME_DEPTH + 1 else []

    def permissions_for_user(self, user):
        return EditorialPermissionTester(user, self)

    def get_view_restrictions(self):
        return PageViewRestriction.objects.none() if self.is_known_public else super().get_view_restrictions()

    def publish_problems(self) -> list[Problem]:
        """What stands between this version of the page and its readers; empty when it may go live."""
        self.follow_tree()
        return problems_of(self, errors_only=True)

    def all_problems(self, ground: Ground | None = None) -> list[Problem]:
        """As above, and what is worth a look besides, errors first. `ground` is shared by the pages of a round."""
        self.follow_tree()
        return problems_of(self, ground)

    def with_content_json(self, content):
        # What the page's own row points at is there; only what the version points at elsewhere must be looked up.
        pointers = [field for field in self._meta.concrete_fields if field.many_to_one]
        same = {
            field.name: field.attname
            for field in pointers
            if field.name in content and content[field.name] == getattr(self, field.attname)
        }
        known = THE_PAGES_OWN | same.keys()
        kept = {key: value for key, value in content.items() if key not in known}
        for relation in get_all_child_relations(self):
            # Whose rows they are, they are told when they are hung on the version.
            name = relation.get_accessor_name()
            if name in kept:
                kept[name] = [without(row, relation.field.name) for row in kept[name]]
        if COMMENTS_RELATION_NAME in kept:
            # Comments are the page's; all that is a version's own is where in the text they stand.
            kept[COMMENTS_RELATION_NAME] = [place_of_comment(row) for row in kept[COMMENTS_RELATION_NAME]]
        page = super().with_content_json(kept)
        for attname in same.values():
            setattr(page, attname, getattr(self, attname))
        return page

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        # With `strict_fks` a version goes with what it points at, and it is asked for by nobody here.
        if not check_fks or strict_fks:
            return super().from_serializable_data(data, check_fks, strict_fks)
        sound = without_dangling(cls, data)
        page = super().from_serializable_data(sound.stored, check_fks=False)
        page.types_met = sound.types
        for name, things in sound.several.items():
            setattr(page, name, things)
        return page

    @property
    def workflow_states(self):
        # A form that is opened shows the workflow that its page is in. Of one that is over, nothing.
        states = super().workflow_states
        return states.none() if self.__dict__.get("workflow_in_force", UNKNOWN) is not UNKNOWN else states

    @property
    def has_workflow(self) -> bool:
        known = self.__dict__.get("workflow_in_force", UNKNOWN)
        return super().has_workflow if known is UNKNOWN else known is not None

    def get_workflow(self):
        known = self.__dict__.get("workflow_in_force", UNKNOWN)
        return super().get_workflow() if known is UNKNOWN else known

    def publish(self, revision, *args, **kwargs):
        """Publish the revision, or refuse.

        Raises PublishRefused with every problem of the revision's own content. The check runs on scheduling too, so an
        editor hears of it while at the desk; the schedule runs it again when the hour comes.
        """
        candidate = revision.as_object()
        problems = candidate.publish_problems()
        if problems:
            raise PublishRefused(candidate, problems)
        with transaction.atomic():
            return super().publish(revision, *args, **kwargs)

    def move(self, *args, **kwargs):
        """Move the page, and with it the columns that follow the tree, or nothing. Raises MoveRefused."""
        with transaction.atomic():
            super().move(*args, **kwargs)

    def get_preview_context(self, request, mode_name):
        if self.pk is None:
            # A page still being created: with an id that no row has, what points at it is empty, not an error.
            self.pk = self.id = NO_ROW
        return super().get_preview_context(request, mode_name)

    def parent_in_tree(self) -> Page | None:
        """The page above, also for a page that is still being created; None outside the tree."""
        if self.path:
            return self.get_parent()
        return self.intended_parent

    def follow_tree(self) -> None:
        """Set the columns that are copied from the page's place in the tree. Page types that have some override it."""

    def minimal_clean(self):
        """Checks even a draft must pass, whatever way it is saved."""
        super().minimal_clean()
        self.clean_address()

    def clean(self):
        super().clean()
        self.clean_address()

    def clean_address(self) -> None:
        """Refuse an address that belongs to the house. Raises ValidationError on `slug`."""
        message = self.address_problem()
        if message:
            raise ValidationError({"slug": message})

    def address_problem(self, slug: str | None = None) -> str:
        """Why the page may not have this slug (its own, unless another is given); empty when it may."""
        slug = self.slug if slug is None else slug
        parent = None if self.path else self.intended_parent
        depth = parent.depth + 1 if parent else self.depth
        if depth == HOME_DEPTH + 1 and slug and is_reserved(slug, type(self).__name__):
            return reserved_message(slug)
        return ""


def without(row: dict, name: str) -> dict:
    """A stored row without one of its fields."""
    return {key: value for key, value in row.items() if key != name}


def place_of_comment(row: dict) -> dict:
    """What tells a stored comment from others, and where it stood."""
    return {key: row[key] for key in ("pk", "position") if key in row}


def reserved_message(slug: str) -> str:
    """What an editor reads who tries to take a fixed address."""
    return _("'%(slug)s' is an address the site itself uses. Choose another, such as '%(slug)s-brand'.") % {
        "slug": slug
    }


class IndexPage(BasePage):
    """A fixed page that lists its children."""

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("A few lines under the title."))

    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]

    content_panels = panels.INDEX_CONTENT

    class Meta:
        abstract = True

    @property
    def summary(self) -> str:
        return self.listing_summary or self.introduction
