"""Entries that begin with a name met in a story: `?name=` in the address of the form fills the title."""

from wagtail.snippets.views.snippets import CreateView

from editorial.panels.slugs import slug_of

LONGEST = 255


def given_name(request) -> str:
    """The name in the address, in one line; empty where there is none."""
    return " ".join(request.GET.get("name", "").split())[:LONGEST]


class NamedPageMixin:
    """For the view that opens the form of a new page."""

    def get(self, request):
        name = given_name(request)
        if name:
            self.page.title, self.page.slug = name, slug_of(name)
        return super().get(request)


class NamedCreateView(CreateView):
    """The form of a new entry that is no page; its model has title and slug."""

    def get_initial_form_instance(self):
        instance = super().get_initial_form_instance()
        name = given_name(self.request)
        if not name:
            return instance
        instance = instance or self.model()
        longest = self.model._meta.get_field("title").max_length
        instance.title, instance.slug = name[:longest], slug_of(name)[:longest]
        return instance
