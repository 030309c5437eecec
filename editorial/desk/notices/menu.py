"""The notices' place in the admin's menu, and their addresses."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from editorial.desk.notices import views
from editorial.models import Notice

# Beyond this the number says nothing more.
MOST_COUNTED = 99


class NoticesMenuItem(MenuItem):
    """Says how many notices are unread; the number is part of the name, so that everybody hears it."""

    def render_component(self, request):
        unread = Notice.objects.filter(user=request.user, read_at=None)[: MOST_COUNTED + 1].count()
        label = str(self.label)
        if unread:
            number = f"{MOST_COUNTED}+" if unread > MOST_COUNTED else unread
            label = _("Notices (%(number)s)") % {"number": number}
        return LinkMenuItem(
            self.name, label, self.url, icon_name=self.icon_name, classname=self.classname, attrs=self.attrs
        )


@hooks.register("register_admin_menu_item")
def notices_item() -> MenuItem:
    """Near the top of the menu."""
    return NoticesMenuItem(
        gettext_lazy("Notices"), reverse_lazy("desk_notices"), name="notices", icon_name="mail", order=60
    )


@hooks.register("register_admin_urls")
def notice_urls():
    """Behind the admin's sign-in."""
    return [
        path("desk/notices/", views.NoticeList.as_view(), name="desk_notices"),
        path("desk/notices/read/", views.mark_all_read, name="desk_notices_read"),
        path("desk/notices/<int:pk>/", views.mark_read, name="desk_notice_read"),
    ]
