"""The order of addresses: fixed ones first, then the page tree.

First path parts used here are in `editorial.reserved`, so no page can take them.
"""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from editorial.views import health, media

handler404 = "editorial.views.errors.not_found"
handler500 = "editorial.views.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<str:folder>/<str:name>", media.rendition_file, name="rendition_file"),
    # Wagtail's `generate_image_url` looks this name up and appends the file's own name.
    re_path(
        r"^images/(?P<signature>[^/]+)/(?P<image_id>\d+)/(?P<filter_spec>[^/]+)/[^/]*$",
        media.OnDemandPicture.as_view(),
        name="wagtailimages_serve",
    ),
    path("", include("editorial.urls")),
    path("", include(wagtail_urls)),
]
