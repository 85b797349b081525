"""The address of search."""

from django.urls import path

from samsyn.web.searching import pages

app_name = "searching"
urlpatterns = [path("", pages.search, name="search")]
