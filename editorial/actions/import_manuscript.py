"""From a manuscript to a draft: all of it, or nothing at all."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from editorial.actions.import_manuscript_links import own_links
from editorial.actions.import_manuscript_own import our_picture
from editorial.actions.import_manuscript_pictures import PictureFiles, describe_well
from editorial.choices import CreditRole
from editorial.manuscripts import report, stored
from editorial.manuscripts.notes import Note, look, recognised
from editorial.manuscripts.reading import Reading, Source, Step, read
from editorial.manuscripts.whereabouts import located
from editorial.models import EditorialImage, FeatureCredit, FeatureIndexPage, FeaturePage, Manuscript, PersonPage
from editorial.panels.slugs import free_slug, slug_of

ENDINGS = {"word": ".docx", "markdown": ".md", "html": ".html", "text": ".txt"}
LONGEST_NAME, LONGEST_ENDING = 120, 20
SLUG = "manuscript"
INDEX, INDEX_KEPT = "index-of-features", 60


@dataclass
class Import:
    """One manuscript on its way into the magazine."""

    source: Source
    reading: Reading
    files: PictureFiles
    user: AbstractBaseUser | None = None
    author: PersonPage | None = None
    original: str = ""

    @property
    def name(self) -> str:
        """The original's name; a pasted one is called by its title."""
        given = PurePath(self.source.name.replace("\\", "/"))
        if given.name:
            return f"{given.stem[:LONGEST_NAME]}{given.suffix[:LONGEST_ENDING]}"
        return f"{self.reading.draft.title[:LONGEST_NAME] or _('Pasted text')}{ENDINGS[self.reading.kind]}"

    def keep_original(self) -> None:
        """Write the original where no address leads."""
        field = Manuscript._meta.get_field("original")
        stem = PurePath(self.name).stem[:60] or "manuscript"
        wanted = field.generate_filename(None, f"{stem}{ENDINGS[self.reading.kind]}")
        self.original = field.storage.save(wanted, ContentFile(self.source.content), max_length=field.max_length)

    def discard(self) -> None:
        """Take away every file that was written."""
        self.files.discard()
        if self.original:
            Manuscript._meta.get_field("original").storage.delete(self.original)

    def write(self) -> Manuscript:
        """Page, pictures and manuscript in one transaction, tried twice: two editors may reach for one place in the
        tree, or for one address."""
        try:
            with transaction.atomic():
                return self.rows()
        except (IntegrityError, ValidationError):
            with transaction.atomic():
                return self.rows()

    def rows(self) -> Manuscript:
        """The rows themselves."""
        draft = self.reading.draft
        image_ids = dict(enumerate(self.files.enter()))
        links = own_links(report.hrefs(draft))
        body = stored.body(draft, image_ids, links)
        page, notes = self.page(body)
        notes += [recognised("own_link", text=href) for href in sorted({*links.pages, *links.terms})]
        digest = hashlib.sha256(self.source.content).hexdigest()
        before = Manuscript.objects.filter(digest=digest).select_related("page").newest().first()
        if before:
            notes.append(look("seen_before", text=before.name, title=before.page.title))
        said = [*self.reading.notes, *self.files.notes, *self.files.uncredited(), *notes]
        every_note = located(said, draft, body, image_ids)
        return Manuscript.objects.create(
            page=page,
            original=self.original,
            name=self.name,
            kind=self.reading.kind,
            size=len(self.source.content),
            digest=digest,
            report=report.as_json(draft, every_note),
            uploaded_by=self.user,
        )

    def page(self, body: list[dict]) -> tuple[FeaturePage, list[Note]]:
        """The draft with this body, never published, and what there is to say about its writer."""
        draft = self.reading.draft
        title = draft.title or _("Untitled manuscript")
        page = FeaturePage(title=title, draft_title=title, standfirst=draft.standfirst, live=False, owner=self.user)
        page.body = page.body.stream_block.to_python(body)
        notes: list[Note] = []
        named = PersonPage.objects.filter(title__iexact=draft.byline).first() if draft.byline else None
        writer = self.author or named
        if writer:
            page.credits = [FeatureCredit(role=CreditRole.WORDS, person=writer)]
            notes.append(recognised("writer", text=writer.title))
        elif draft.byline:
            notes.append(look("byline_unknown", text=draft.byline))
        index = FeatureIndexPage.objects.get()
        slug = slug_of(title)
        page.slug = free_slug(slug or SLUG, index)
        if not slug:
            notes.append(look("address_made_up", text=title))
        index.add_child(instance=page)
        log(instance=page, action="wagtail.create", user=self.user, content_changed=True)
        page.save_revision(user=self.user, log_action=True)
        return page, notes


def importing(source: Source, *, user=None, author: PersonPage | None = None):
    """Make a draft under the features index: a generator of Steps that returns the Manuscript.

    `author` is credited with the words; without one, a person of the byline's name is. Raises ManuscriptRefused.
    Stopped or failing at any point, it leaves no page, no picture and no file behind.
    """
    reading = yield from read(source, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS, our_picture)
    reading.notes.extend(describe_well(reading.draft))
    pictures = reading.draft.pictures()
    work = Import(source, reading, PictureFiles(collection_for(user), user), user, author)
    is_done = False
    try:
        for number, picture in enumerate(pictures, start=1):
            yield Step("filing", number, len(pictures))
            work.files.add(picture)
        yield Step("writing")
        work.keep_original()
        manuscript = work.write()
        is_done = True
    finally:
        if not is_done:
            work.discard()
    return manuscript


def import_manuscript(source: Source, *, user=None, author: PersonPage | None = None, tell=None) -> Manuscript:
    """The same in one go; `tell` gets every Step. Raises ManuscriptRefused."""
    work = importing(source, user=user, author=author)
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            return end.value
        if tell:
            tell(step)


def collection_for(user) -> Collection:
    """Where pictures are filed: the first collection the user may add to; the root where there is no user."""
    root = Collection.get_first_root_node()
    if user is None:
        return root
    allowed = policy_registry.get_by_type(EditorialImage).collections_user_has_permission_for(user, "add")
    return allowed.order_by("depth", "path").first() or root


def may_import(user) -> bool:
    """Whether the user may add features, and pictures to the library."""
    return bool(may_write(user) and policy_registry.get_by_type(EditorialImage).user_has_permission(user, "add"))


def may_write(user) -> bool:
    """Whether the user may add features."""
    # Asked for by the menu of every page of the admin.
    index = cache.get_or_set(INDEX, FeatureIndexPage.objects.first, INDEX_KEPT)
    return index is not None and index.permissions_for_user(user).can_add_subpage()
