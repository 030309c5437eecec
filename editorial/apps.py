"""The editorial app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """The magazine."""

    name = "editorial"
    verbose_name = _("Editorial")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Connects the receivers; models must be there first.
        from editorial import signals  # noqa: F401
        from editorial.desk import signals as desk_signals  # noqa: F401
        from editorial.desk import workflow_signals  # noqa: F401
