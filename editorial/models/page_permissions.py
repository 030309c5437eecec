"""What a user may do with a page, asked without the database where the page itself knows."""

from wagtail.models.pages import PagePermissionTester


class EditorialPermissionTester(PagePermissionTester):
    """Of a page with nothing below it, all that deleting and moving depend on stands in its own row.

    The framework looks for live pages below it, and does so for each button in the form's header.
    """

    def can_delete(self, ignore_bulk=False):
        user = self.user
        asks_others = not user.is_active or user.is_superuser or self.page_is_root or not self.page.is_leaf()
        if asks_others or "publish" in self.permissions:
            return super().can_delete(ignore_bulk)
        owns = "add" in self.permissions and self.page.owner_id == user.pk
        return not self.page.live and ("change" in self.permissions or owns)
