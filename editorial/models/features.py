"""Features: the long-form stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from editorial.blocks.stories import FeatureBody, give_anchors
from editorial.choices import CreditRole, HeroLayout, MentionSource
from editorial.listings.features import all_features
from editorial.listings.story import story
from editorial.models.base import PICTURES, BasePage, IndexPage
from editorial.models.people import PersonPage
from editorial.models.vocabulary import Topic
from editorial.panels import stories as panels
from editorial.querysets import EditorialPageQuerySet


class FeatureQuerySet(EditorialPageQuerySet):
    """Features as lists and cards."""

    card_recipes = ("plain", "card")
    card_relations = ("lead_image", "lead_image__replacement", "topic")

    def listed(self):
        return super().listed().prefetch_related(models.Prefetch("credits", queryset=FeatureCredit.objects.shown()))

    def without_names(self):
        """As listed, for cards that do not say who wrote the story."""
        names = models.Prefetch("credits", queryset=FeatureCredit.objects.none())
        return self.prefetch_related(None).prefetch_related(names)

    def results(self):
        return self.listed().without_names()

    def newest(self):
        """Latest publication first."""
        return self.order_by("-first_published_at", "-pk")

    def about(self, page):
        """Stories that name the page: first those whose editor said so, then those that met it, newest first."""
        return self._naming(FeatureMention.objects.filter(subject=page.pk))

    def beneath(self, page, lead_id=None):
        """Stories that name the page or anything under it in the tree, in the same order.

        The story `lead_id` comes first, whether it names them or not.
        """
        return self._naming(FeatureMention.objects.filter(subject__path__startswith=page.path), lead_id)

    def _naming(self, mentions, lead_id=None):
        mine = mentions.filter(feature=models.OuterRef("pk"))
        leads = models.Q(pk=lead_id) if lead_id else models.Q(pk__in=[])
        return (
            self.filter(leads | models.Q(models.Exists(mine)))
            .annotate(
                leads=models.Case(models.When(leads, then=1), default=0, output_field=models.IntegerField()),
                is_subject=models.Exists(mine.filter(source=MentionSource.EXPLICIT)),
            )
            .order_by("-leads", "-is_subject", "-first_published_at", "-pk")
        )

    def by(self, person):
        """Stories the person had a part in, newest first."""
        return self.filter(pk__in=FeatureCredit.objects.filter(person=person).values("feature")).newest()

    def in_topic(self, topic):
        """Stories filed under the topic, as their main one or a further one, newest first."""
        return self.filter(
            models.Q(topic=topic)
            | models.Q(pk__in=FeaturePage.topics.through.objects.filter(topic=topic).values("featurepage"))
        ).newest()


class FeatureIndexPage(IndexPage):
    """All features, at /features/."""

    template = "pages/feature_index_page.html"
    max_count = 1
    parent_page_types = ["editorial.HomePage"]
    subpage_types = ["editorial.FeaturePage"]

    class Meta:
        verbose_name = _("features index")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | all_features(request.GET.get("page"))


class FeaturePage(BasePage):
    """A story in sections, at /features/<slug>/."""

    headline = models.CharField(
        _("headline"),
        max_length=120,
        blank=True,
        help_text=_("The line that sells the story, on cards and in lists. Left empty, the title is used."),
    )
    kicker = models.CharField(_("kicker"), max_length=40, blank=True, help_text=_("Two or three words over the title."))
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        max_length=400,
        help_text=_("One or two sentences under the title, 60 to 220 characters."),
    )
    topic = models.ForeignKey(
        Topic, verbose_name=_("main topic"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("further topics"), blank=True, related_name="features")
    hero_layout = models.CharField(_("opening"), max_length=8, choices=HeroLayout, default=HeroLayout.FULL)
    hero_caption = models.CharField(_("caption of the lead picture"), max_length=300, blank=True)
    body = StreamField(FeatureBody(), verbose_name=_("story"), blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One on each line, printed at the end."))
    next_story = models.ForeignKey(
        "self",
        verbose_name=_("next up"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The story to read after this one. Left empty, a related one is found."),
    )
    reading_minutes = models.PositiveSmallIntegerField(_("reading time"), default=1, editable=False)

    objects = PageManager.from_queryset(FeatureQuerySet)()

    template = "pages/feature_page.html"
    page_relations = (*PICTURES, "topic")
    parent_page_types = ["editorial.FeatureIndexPage"]
    subpage_types: list[str] = []

    content_panels = panels.FEATURE_CONTENT

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("headline", boost=2),
        index.AutocompleteField("headline"),
        index.SearchField("standfirst"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("feature")
        verbose_name_plural = _("features")

    def save(self, *args, **kwargs):
        self.settle_body()
        super().save(*args, **kwargs)

    def save_revision(self, *args, **kwargs):
        # A revision is what the next editor opens: without its anchors there, a new heading would move them.
        self.settle_body()
        return super().save_revision(*args, **kwargs)

    def settle_body(self) -> None:
        """Give new sections their anchors and count the words."""
        give_anchors(self.body)
        self.reading_minutes = self.body.stream_block.reading_minutes(self.body)

    @property
    def display_title(self) -> str:
        """The title for cards, lists and machines: the headline where there is one."""
        return self.headline or self.title

    @property
    def summary(self) -> str:
        return self.listing_summary or self.standfirst

    @property
    def lead_caption(self) -> str:
        """The words under the picture the page opens with."""
        return self.caption_of(self.lead_picture)

    @property
    def byline_names(self) -> list[str]:
        """Who wrote it, by name; needs `credits` prefetched by `for_cards()` to cost no query."""
        return [credit.person.title for credit in self.credits.all() if credit.role == CreditRole.WORDS]

    @property
    def source_list(self) -> list[str]:
        """The printed sources, one per item."""
        return [line.strip() for line in self.sources.splitlines() if line.strip()]

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | story(self, request)


class FeatureCreditQuerySet(models.QuerySet):
    """Credits of people readers may see."""

    def shown(self):
        """Credits whose person is live and public, in the editor's order, the person joined."""
        return self.filter(person__in=PersonPage.objects.shown()).select_related("person").order_by("sort_order", "pk")


class FeatureCredit(Orderable):
    """A person's part in a feature."""

    feature = ParentalKey(FeaturePage, on_delete=models.CASCADE, related_name="credits")
    role = models.CharField(_("role"), max_length=12, choices=CreditRole, default=CreditRole.WORDS)
    person = models.ForeignKey(PersonPage, verbose_name=_("person"), on_delete=models.CASCADE, related_name="credits")

    objects = FeatureCreditQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("credit")


class FeatureSubject(Orderable):
    """What the feature is about, named by the editor, the main subject first."""

    feature = ParentalKey(FeaturePage, on_delete=models.CASCADE, related_name="subjects")
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("subject"), on_delete=models.CASCADE, related_name="subject_of"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("subject")


class FeatureMention(models.Model):
    """A live feature names a page: by the editor's choice, or met in the body. Written by machines only.

    `anchor` is the section it was first met in; `position` its order there.
    """

    feature = models.ForeignKey(FeaturePage, on_delete=models.CASCADE, related_name="mentions")
    subject = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="mentioned_in")
    source = models.CharField(max_length=8, choices=MentionSource)
    anchor = models.CharField(max_length=80, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mention")
        constraints = [
            models.UniqueConstraint(fields=["feature", "subject", "source"], name="one_mention_per_source"),
        ]
        indexes = [models.Index(fields=["subject", "source", "position"], name="mentions_of_subject")]

    def __str__(self):
        return f"{self.feature_id} → {self.subject_id} ({self.source})"
