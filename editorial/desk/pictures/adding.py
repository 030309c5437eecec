"""Adding one picture: as the framework does it, and a word where it is on file already."""

from django.contrib import messages
from django.template.loader import render_to_string
from wagtail.images.views.images import CreateView
from wagtail.permissions import policy_registry

from editorial.desk.pictures.duplicates import find_duplicates
from editorial.models import EditorialImage


class AddPicture(CreateView):
    """The form of a new picture. One that is on file already is kept, and the editor shown the other."""

    def form_valid(self, form):
        response = super().form_valid(form)
        policy = policy_registry.get_by_type(EditorialImage)
        same = list(find_duplicates(self.object, self.request.user, policy))
        if same:
            context = {"added": self.object, "same": same}
            messages.warning(self.request, render_to_string("desk/pictures/duplicate.html", context))
        return response
