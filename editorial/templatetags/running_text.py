"""Rich text on a page: its links resolved together, its notes and terms collected."""

from django import template

from editorial.running_text.printing import one_line as one_line_of
from editorial.running_text.printing import printed as printed_text
from editorial.running_text.reading import Reading, prepared, reading

register = template.Library()


@register.filter
def printed(expanded: str):
    """Expanded rich text, finished and cleaned."""
    return printed_text(expanded)


@register.filter
def one_line(value):
    """A rich text without its paragraph, where it has just one; nothing for an empty one."""
    return one_line_of(str(value)) if value else ""


class ReadingNode(template.Node):
    """Prints its contents with the links, terms and notes of its texts at hand."""

    def __init__(self, texts, nodelist):
        self.texts = texts
        self.nodelist = nodelist

    def render(self, context):
        wanted = self.texts.resolve(context)
        now = wanted if isinstance(wanted, Reading) else prepared(wanted, context.get("request"))
        with reading(now), context.push(reading=now):
            return self.nodelist.render(context)


@register.tag
def texts(parser, token):
    """`{% texts list_of_stored_html %}…{% endtexts %}`: print several rich texts as one page.

    Takes a prepared `Reading` too, where a page had to look up its links earlier. Inside, `reading.notes` and
    `reading.met_terms` fill as texts are printed; print them last.
    """
    try:
        _name, expression = token.split_contents()
    except ValueError as error:
        raise template.TemplateSyntaxError("texts takes one argument: the stored texts of the page") from error
    nodelist = parser.parse(("endtexts",))
    parser.delete_first_token()
    return ReadingNode(parser.compile_filter(expression), nodelist)
