"""A picture that is on file already is noticed when it is handed in, and the one on file offered in its place."""

from django.db.models import Case, IntegerField, QuerySet, Value, When
from wagtail.images.views import chooser, multiple

from editorial.actions.picture_facts import keep_facts, same_pictures
from editorial.models import EditorialImage, PictureFile
from editorial.picture_files.looks import Look


def find_duplicates(image: EditorialImage, user, permission_policy) -> QuerySet:
    """Pictures on file that are `image` again, of those the user may choose: the same file first, then the nearest.

    Takes the place of the framework's own search, which knows equal files only, with its arguments and its answer.
    """
    choosable = permission_policy.instances_user_has_permission_for(user, "choose").exclude(pk=image.pk)
    known = PictureFile.objects.filter(image=image, file_hash=image.file_hash).first() or keep_facts(image)
    found = same_pictures(image.file_hash, Look(known.fingerprint, known.colours), choosable)
    places = [When(pk=same.pk, then=Value(place)) for place, same in enumerate(found)]
    if not places:
        return choosable.none()
    place = Case(*places, output_field=IntegerField())
    return choosable.filter(pk__in=[same.pk for same in found]).order_by(place)


def use_our_search() -> None:
    """Have the upload of many and the chooser ask here: the framework offers no setting for it."""
    chooser.find_image_duplicates = find_duplicates
    multiple.find_image_duplicates = find_duplicates
