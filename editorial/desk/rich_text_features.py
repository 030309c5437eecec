"""What the rich text editor offers beyond the framework's own: glossary terms and footnotes; and our link handlers."""

from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler, PageLinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from editorial.blocks.editing import named_in_form
from editorial.desk.footnotes import FOOTNOTE_FORM
from editorial.desk.term_chooser import TERM_CHOOSER
from editorial.models import Term
from editorial.running_text.links import HANDLERS
from editorial.running_text.references import FOOTNOTE, TERM, identifier

# Later than the framework's own registrations, so that ours replace them.
LATER = 10

SCRIPTS = ["wagtailadmin/js/draftail.js", "wagtailadmin/js/chooser-modal.js", "admin-desk/rich-text-entities.js"]


class TermElements(InlineEntityElementHandler):
    """A stored term for the editor."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs):
        pk = identifier(attrs)
        named = named_in_form()
        if named is not None:
            title = named.terms.get(pk)
        else:
            title = Term.objects.filter(pk=pk).values_list("title", flat=True).first()
        return {"id": pk, "title": title or gettext("Term that is gone")}


class PageLinkElements(PageLinkElementHandler):
    """A stored link to a page for the editor; in the form of a story its page is at hand."""

    def get_attribute_data(self, attrs):
        named = named_in_form()
        page = named.pages.get(identifier(attrs)) if named is not None else None
        if page is None:
            return super().get_attribute_data(attrs)
        parent = page.get_parent()
        return {"id": page.pk, "url": page.url, "parentId": parent.pk if parent else None}


class FootnoteElements(InlineEntityElementHandler):
    """A stored footnote mark for the editor."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        return {"note": attrs.get("note", "")}


def term_element(props: dict):
    """A term as stored: `<a linktype="term" id="3">Trusstic</a>`."""
    return DOM.create_element("a", {"linktype": TERM, "id": props.get("id")}, props["children"])


def footnote_element(props: dict):
    """A footnote as stored: `<a linktype="footnote" note="…">*</a>`."""
    return DOM.create_element("a", {"linktype": FOOTNOTE, "note": props.get("note", "")}, props["children"])


@hooks.register("register_rich_text_features", order=LATER)
def register_link_handlers(features: FeatureRegistry) -> None:
    """Links to pages in one query, links to other sites, terms, footnotes."""
    for handler in HANDLERS:
        features.register_link_type(handler)
    read = features.converter_rules_by_converter["contentstate"]["link"]
    stored = read["from_database_format"] | {'a[linktype="page"]': PageLinkElements("LINK")}
    features.register_converter_rule("contentstate", "link", {**read, "from_database_format": stored})


@hooks.register("register_rich_text_features", order=LATER)
def register_terms(features: FeatureRegistry) -> None:
    """A button that ties words to a glossary term."""
    control = {
        "type": "TERM",
        "icon": "help",
        "description": _("Glossary term"),
        "chooserUrls": {"termChooser": reverse_lazy(f"{TERM_CHOOSER}:choose")},
    }
    features.register_editor_plugin("draftail", TERM, EntityFeature(control, js=SCRIPTS))
    features.register_converter_rule(
        "contentstate",
        TERM,
        {
            "from_database_format": {f'a[linktype="{TERM}"]': TermElements("TERM")},
            "to_database_format": {"entity_decorators": {"TERM": term_element}},
        },
    )


@hooks.register("register_rich_text_features", order=LATER)
def register_footnotes(features: FeatureRegistry) -> None:
    """A button that hangs a note on a word."""
    control = {
        "type": "FOOTNOTE",
        "icon": "superscript",
        "description": _("Footnote"),
        "chooserUrls": {"footnoteForm": reverse_lazy(FOOTNOTE_FORM)},
    }
    features.register_editor_plugin("draftail", FOOTNOTE, EntityFeature(control, js=SCRIPTS))
    features.register_converter_rule(
        "contentstate",
        FOOTNOTE,
        {
            "from_database_format": {f'a[linktype="{FOOTNOTE}"]': FootnoteElements("FOOTNOTE")},
            "to_database_format": {"entity_decorators": {"FOOTNOTE": footnote_element}},
        },
    )
