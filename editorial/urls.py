"""Fixed addresses of the public site; their first parts are in `editorial.reserved`."""

from django.urls import path

from editorial.views import country, glossary, releases, search, topics

urlpatterns = [
    path("search/", search.results, name="search"),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("glossary/", glossary.terms, name="glossary"),
    path("releases/", releases.upcoming, name="releases"),
    path("country/", country.chooser, name="country"),
]
