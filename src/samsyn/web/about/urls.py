"""Addresses of the pages about the program."""

from django.urls import path

from samsyn.web.about import pages

app_name = "about"
urlpatterns = [
    path("hjalp/", pages.help_page, name="help"),
    path("metod/", pages.method, name="method"),
    path("tillganglighet/", pages.accessibility, name="accessibility"),
    path("uppgifter/", pages.privacy, name="privacy"),
]
