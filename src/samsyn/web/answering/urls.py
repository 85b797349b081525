"""Addresses of remarks on signed paragraphs."""

from django.urls import path

from samsyn.web.answering import erasing, pages

app_name = "answering"
urlpatterns = [
    path("<str:code>/version/<int:number>/stycke/<slug:paragraph_id>/fraga/", pages.ask, name="ask"),
    path("<str:code>/version/<int:number>/stycke/<slug:paragraph_id>/avvikande/", pages.dissent, name="dissent"),
    path("<str:code>/version/<int:number>/stycke/<slug:paragraph_id>/radera/", erasing.erase, name="erase"),
    path("<str:code>/fraga/<int:question_id>/", pages.reply, name="reply"),
    path("<str:code>/behov/<slug:paragraph_id>/", pages.need, name="need"),
]
