"""Addresses of signed pictures."""

from django.urls import path

from samsyn.web.reading import pages

app_name = "reading"
urlpatterns = [
    path("<str:code>/", pages.picture, name="picture"),
    path("<str:code>/versioner/", pages.versions, name="versions"),
    path("<str:code>/version/<int:number>/", pages.version, name="version"),
    path("<str:code>/version/<int:number>/tagit-del/", pages.take_note, name="take-note"),
    path("<str:code>/version/<int:number>/kvittenser/", pages.receipts, name="receipts"),
    path("<str:code>/version/<int:number>.pdf", pages.pdf, name="pdf"),
]
