"""Lists of a body that are still too short: for a draft that is no mistake, so the form says nothing in red.

The framework's script complains of a list as soon as its block is opened. How many items it takes before the page goes
live, and how many there are, the checks say beside the form.
"""

from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.list_block import ListBlockAdapter


class UnfinishedListAdapter(ListBlockAdapter):
    """As the framework's, but the script is not told how many items are the least."""

    def js_args(self, block):
        *first, meta = super().js_args(block)
        return [*first, {key: value for key, value in meta.items() if key != "minNum"}]


register(UnfinishedListAdapter(), blocks.ListBlock)
