"""Pictures of a manuscript in the library: known ones are used again, new ones are filed with their credit."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from editorial.actions.picture_facts import Facts, keep_facts, read_facts, same_pictures
from editorial.checks.alt_texts import FILE_NAME, objection_to, without_opening
from editorial.manuscripts.credit_lines import rights_holder
from editorial.manuscripts.notes import Note, left_out, look, recognised
from editorial.manuscripts.pieces import Draft, Picture
from editorial.models import EditorialImage
from editorial.picture_files.looks import nearest

LONGEST_CREDIT = 200
LONGEST_TITLE = 255
LONGEST_ADDRESS = 200


def describe_well(draft: Draft) -> list[Note]:
    """Give the draft's pictures descriptions that the form will take, so that it can be saved; what was changed."""
    notes: list[Note] = []
    for section in draft.sections:
        section.blocks = [
            well_described(block, notes) if isinstance(block, Picture) else block for block in section.blocks
        ]
    return notes


def well_described(picture: Picture, notes: list[Note]) -> Picture:
    """The picture without 'picture of' before its description, and without one that is the name of a file."""
    objection = objection_to(picture.alt)
    if objection is None:
        return picture
    alt = without_opening(picture.alt)
    if objection.code == FILE_NAME or not alt or objection_to(alt):
        notes.append(look("alt_is_file_name", picture.place, picture.alt))
        return replace(picture, alt="")
    notes.append(look("alt_says_picture", picture.place, picture.alt))
    return replace(picture, alt=alt)


def words_without_place(image: EditorialImage, picture: Picture) -> Iterator[Note]:
    """What the manuscript says of a picture and the library does not: its title, where its credit leads."""
    if picture.title and picture.title not in (image.title, picture.alt):
        yield left_out("picture_title_unused", picture.place, picture.title)
    if picture.credit_link and picture.credit_link != image.source_url:
        yield left_out("credit_address", picture.place, picture.credit_link)


class PictureFiles:
    """Files of new pictures, written ahead of their rows; `discard()` takes them away again."""

    def __init__(self, collection: Collection, user):
        self.collection, self.user = collection, user
        self.by_hash: dict[str, EditorialImage] = {}
        self.images: list[EditorialImage] = []
        self.pictures: list[Picture] = []
        self.fresh: list[EditorialImage] = []
        # What the files of fresh ones say, by their hashes.
        self.facts: dict[str, Facts] = {}
        self.credited: list[EditorialImage] = []
        self.notes: list[Note] = []

    def add(self, picture: Picture) -> None:
        """Find the picture in the library, or write its file. Nothing is written into the database."""
        digest = hashlib.sha1(picture.content, usedforsecurity=False).hexdigest()
        image = self.by_hash.get(digest) or EditorialImage.objects.filter(file_hash=digest).order_by("pk").first()
        if image is not None and image.pk:
            self.notes.append(recognised("picture_known", picture.place, image.title))
        if image is None:
            image = self.new_image(picture, digest)
        elif picture.credit:
            self.give_credit(image, picture)
        self.notes += words_without_place(image, picture)
        self.by_hash[digest] = image
        self.images.append(image)
        self.pictures.append(picture)

    def uncredited(self) -> list[Note]:
        """Pictures that nobody credits: neither the manuscript, nor their own file, nor the library. Ask it after the
        last was added: a credit may stand under the second use of a picture."""
        used = zip(self.pictures, self.images, strict=True)
        return [
            look("credit_missing", picture.place, picture.name)
            for picture, image in used
            if not image.credit_line and not picture.credit
        ]

    def give_credit(self, image: EditorialImage, picture: Picture) -> None:
        """A credit for a picture that is here already: entered where there is none, else named where it differs."""
        if image.credit_line:
            if picture.credit != image.credit_line:
                self.notes.append(look("credit_differs", picture.place, picture.credit, credit=image.credit_line))
        elif image.pk and not self.may_change(image):
            self.notes.append(look("credit_not_entered", picture.place, picture.credit))
        else:
            self.enter_credit(image, picture.credit, picture)
            if image.pk and image not in self.credited:
                self.credited.append(image)
                self.notes.append(look("credit_entered", picture.place, picture.credit))

    def enter_credit(self, image: EditorialImage, credit: str, picture: Picture, holder: str = "") -> None:
        """Put the credit where it is printed from, and who holds the rights where it says so."""
        image.credit = credit[:LONGEST_CREDIT]
        image.rights_holder = (rights_holder(credit) or holder)[:LONGEST_CREDIT]
        if len(credit) > LONGEST_CREDIT:
            self.notes.append(look("credit_too_long", picture.place, credit))
        if credit and not image.rights_holder:
            self.notes.append(look("holder_missing", picture.place, credit))

    def may_change(self, image: EditorialImage) -> bool:
        """Whether the user may write into a picture of the library; who imports on the command line may."""
        policy = policy_registry.get_by_type(EditorialImage)
        return self.user is None or policy.user_has_permission_for_instance(self.user, "change", image)

    def new_image(self, picture: Picture, digest: str) -> EditorialImage:
        """An image not yet in the database, its file already in the storage."""
        facts = read_facts(io.BytesIO(picture.content))
        said = facts.words.fields
        credit = picture.credit or said.get("credit", "")
        if credit and not picture.credit:
            self.notes.append(recognised("credit_from_file", picture.place, credit))
        if said.get("licence"):
            self.notes.append(recognised("licence_from_file", picture.place, said.get("source_url", "")))
        linked = picture.credit_link if len(picture.credit_link) <= LONGEST_ADDRESS else ""
        image = EditorialImage(
            title=(picture.title or picture.alt or said.get("title") or PurePath(picture.name).stem)[:LONGEST_TITLE],
            description=picture.alt[:LONGEST_TITLE],
            source_url=linked or said.get("source_url", ""),
            licence=said.get("licence", ""),
            accent_hint=picture.accent,
            collection=self.collection,
            uploaded_by_user=self.user,
            file_size=len(picture.content),
            file_hash=digest,
        )
        self.enter_credit(image, credit, picture, said.get("rights_holder", ""))
        self.say_alike(picture, facts)
        self.fresh.append(image)
        self.facts[digest] = facts
        # A file with a name is measured here: as it is shown, whichever way up it is stored.
        image.file.save(picture.name, ContentFile(picture.content, picture.name), save=False)
        return image

    def say_alike(self, picture: Picture, facts: Facts) -> None:
        """Name the picture that looks like this new one: word processors pack pictures anew, and no hash tells."""
        known = next(iter(same_pictures("", facts.look, self.choosable)), None)
        if known is not None:
            named = f"{known.title} ({known.credit_line})" if known.credit_line else known.title
            self.notes.append(replace(look("picture_looks_like", picture.place, named), image=known.pk))
        if not facts.look.fingerprint:
            return
        before = enumerate(self.facts[other.file_hash].look for other in self.fresh)
        looks = [(at, other.fingerprint, other.colours) for at, other in before if other.fingerprint]
        for at in nearest(facts.look, looks)[:1]:
            self.notes.append(look("pictures_alike", picture.place, self.fresh[at].title))

    @cached_property
    def choosable(self) -> QuerySet:
        """The pictures of the library that the user may put into stories."""
        if self.user is None:
            return EditorialImage.objects.all()
        return policy_registry.get_by_type(EditorialImage).instances_user_has_permission_for(self.user, "choose")

    def enter(self) -> list[int]:
        """Write the rows of new pictures and the credits of known ones; the ids of all, in the order they were added.

        May be called again after the transaction was rolled back.
        """
        for image in self.fresh:
            image.pk = None
            image._state.adding = True
            image.save(force_insert=True)
            keep_facts(image, self.facts[image.file_hash])
        for image in self.credited:
            image.save(update_fields=["credit", "rights_holder"])
        return [image.pk for image in self.images]

    def discard(self) -> None:
        """Take away the files that were written."""
        for image in self.fresh:
            image.file.storage.delete(image.file.name)
