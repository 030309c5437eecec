"""Reading a picture before it is handed in: what its file says, and whether it is on file already."""

import hashlib

from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.auth import user_passes_test
from wagtail.permissions import policy_registry

from editorial.actions.picture_facts import read_facts, same_pictures
from editorial.checks.alt_texts import objection_to
from editorial.desk.pictures.field import PictureField
from editorial.models import EditorialImage
from editorial.pictures import cuts_of
from editorial.renditions import THUMB


def may_hand_in(user) -> bool:
    """Whether the user may add pictures anywhere."""
    return policy_registry.get_by_type(EditorialImage).user_has_permission(user, "add")


@require_POST
@user_passes_test(may_hand_in)
def read_picture(request: HttpRequest) -> JsonResponse:
    """What the posted `file` says, as {"fields": {name: text}, "same": [{"title", "url", "thumb", "exact"}], "note"}.

    Checked like any upload, by size, kind, number of pixels and to its end: 400 with {"error"} for what is refused.
    """
    field = PictureField(required=True)
    file = request.FILES.get("file")
    try:
        checked = field.clean(file)
    except ValidationError as refusal:
        return JsonResponse({"error": " ".join(refusal.messages)}, status=400)
    facts = read_facts(checked)
    fields = dict(facts.words.fields)
    if objection_to(fields.get("description", "")):
        del fields["description"]
    return JsonResponse(
        {"fields": fields, "note": _("Read from the file."), "same": same_on_file(request, checked, facts.look)}
    )


def same_on_file(request: HttpRequest, file, look) -> list[dict]:
    """The pictures on file that are this one again, as the page shows them."""
    file.seek(0)
    digest = hashlib.file_digest(file, lambda: hashlib.sha1(usedforsecurity=False)).hexdigest()
    choosable = policy_registry.get_by_type(EditorialImage).instances_user_has_permission_for(request.user, "choose")
    return [
        {
            "title": image.title,
            "url": reverse("wagtailimages:edit", args=[image.pk]),
            "thumb": cuts_of(image, THUMB)["jpeg", THUMB.jpeg[0]].url,
            "exact": image.is_exact,
            "words": _("This very file is here already:") if image.is_exact else _("One that looks the same is here:"),
        }
        for image in same_pictures(digest, look, choosable)
    ]
