"""The address of the start page."""

from django.urls import path

from samsyn.web.start import pages

app_name = "start"
urlpatterns = [path("", pages.start, name="start")]
