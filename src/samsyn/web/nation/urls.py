"""Addresses of the pages of a nation."""

from django.urls import path

from samsyn.web.nation import collecting, deciding, obstacles, pages

app_name = "nation"
urlpatterns = [
    path("", pages.own, name="nation"),
    path("<slug:code>.csv", pages.csv, name="csv"),
    path("<slug:code>/", pages.nation, name="page"),
    path("<slug:code>/hinder/", obstacles.obstacles, name="obstacles"),
    path("<slug:code>/insamling/", collecting.rounds, name="rounds"),
    path("<slug:code>/insamling.csv", collecting.csv, name="rounds-csv"),
    path("<slug:code>/insamling/stang/", collecting.close, name="close-round"),
    path("<slug:code>/lista/", deciding.decide, name="decide"),
]
