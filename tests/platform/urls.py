"""Answers of every kind, to see what the middleware makes of them."""

from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.cache import never_cache
from wagtail.admin import urls as wagtailadmin_urls

LONG = "<p>" + "The sole is the story. " * 100 + "</p>"


def page(request):
    return HttpResponse(LONG)


def own_header(request):
    response = HttpResponse(LONG)
    response.headers["Cache-Control"] = "public, max-age=7"
    return response


def cookie(request):
    response = HttpResponse(LONG)
    response.set_cookie("market", "gb")
    return response


def personal(request):
    return HttpResponse(f"{request.user}" + LONG)


def missing(request):
    return HttpResponse(LONG, status=404)


def broken(request):
    raise ValueError("a mistake of ours")


urlpatterns = [
    path("page/", page),
    path("own-header/", own_header),
    path("never/", never_cache(page)),
    path("cookie/", cookie),
    path("personal/", personal),
    path("missing/", missing),
    path("broken/", broken),
    path("admin/", include(wagtailadmin_urls)),
]
