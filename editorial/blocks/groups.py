"""The shelves of the block picker, in the order editors see them."""

from django.utils.translation import gettext_lazy as _

TEXT = _("Text")
PICTURES = _("Pictures")
CATALOGUE = _("Catalogue")
ELSEWHERE = _("From elsewhere")
