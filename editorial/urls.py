"""Fixed addresses of the public site; their first parts are in `editorial.reserved`."""

from django.urls import path

from editorial.views import (
    country,
    glossary,
    machines,
    outbound,
    prices,
    release_calendar,
    releases,
    search,
    shared_draft,
    topics,
    where_to_buy,
)

urlpatterns = [
    path("search/", search.results, name="search"),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("glossary/", glossary.terms, name="glossary"),
    path("releases/", releases.upcoming, name="releases"),
    path("releases.ics", release_calendar.calendar, name="release_calendar"),
    path("country/", country.chooser, name="country"),
    path("prices/<slug:market>/<int:page_id>.json", prices.on_page, name="prices"),
    path(
        "<slug:brand>/<slug:silhouette>/<slug:product>/where-to-buy/<slug:market>/",
        where_to_buy.shops,
        name="where_to_buy",
    ),
    path("shared/<str:token>/", shared_draft.shared_draft, name="shared_draft"),
    path("go/<str:public_id>/", outbound.go, name="go"),
    path("feed.xml", machines.feed, name="feed"),
    path("sitemap.xml", machines.sitemap_index, name="sitemap"),
    # A slug holds no dot, so no page can stand here.
    path("sitemap-<slug:section>.xml", machines.sitemap_section, name="sitemap_section"),
    path("robots.txt", machines.robots, name="robots"),
    path("manifest.webmanifest", machines.manifest, name="manifest"),
    path("favicon.ico", machines.icon, {"name": "favicon.ico"}, name="favicon"),
    path("apple-touch-icon.png", machines.icon, {"name": "apple-touch-icon.png"}, name="apple_touch_icon"),
]
