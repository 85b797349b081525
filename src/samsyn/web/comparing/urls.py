"""Addresses of comparisons."""

from django.urls import path

from samsyn.web.comparing import pages

app_name = "comparing"
urlpatterns = [path("<str:code>/jamfor/", pages.compare, name="compare")]
