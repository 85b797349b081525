"""Every address of the program, one line per door."""

from django.urls import URLPattern, URLResolver, include, path

from samsyn.web.components.gallery.page import gallery

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samsyn.web.start.urls")),
    path("", include("samsyn.web.account.urls")),
    path("delar/", gallery, name="gallery"),
    path("om/", include("samsyn.web.about.urls")),
    path("omraden/", include("samsyn.web.areas.urls")),
    path("riket/", include("samsyn.web.nation.urls")),
    path("sok/", include("samsyn.web.searching.urls")),
    path("lagesbild/", include("samsyn.web.reading.urls")),
    path("lagesbild/", include("samsyn.web.writing.urls")),
    path("lagesbild/", include("samsyn.web.answering.urls")),
    path("lagesbild/", include("samsyn.web.comparing.urls")),
    path("api/", include("samsyn.api.urls")),
]
handler404 = "samsyn.web.doors.not_found"
