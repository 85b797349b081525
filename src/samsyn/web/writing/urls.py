"""Addresses of the draft."""

from django.urls import path

from samsyn.web.writing import lifting, pages, saving, signing

app_name = "writing"
urlpatterns = [
    path("<str:code>/utkast/", pages.draft, name="draft"),
    path("<str:code>/utkast/borja/", saving.start, name="start"),
    path("<str:code>/utkast/nytt/", saving.begin, name="begin"),
    path("<str:code>/utkast/plats/", saving.place, name="place"),
    path("<str:code>/utkast/granser/", saving.boundaries, name="boundaries"),
    path("<str:code>/utkast/stycke/<slug:paragraph_id>/", saving.save, name="save"),
    path("<str:code>/utkast/stycke/<slug:paragraph_id>/underlag/", saving.evidence, name="evidence"),
    path("<str:code>/utkast/stycke/<slug:paragraph_id>/ta-bort/", saving.remove, name="remove"),
    path("<str:code>/utkast/stycke/<slug:paragraph_id>/angra/", saving.restore, name="restore"),
    path("<str:code>/utkast/valj/<int:rival_id>/", saving.choose, name="choose"),
    path("<str:code>/hamta-in/", lifting.lift, name="lift"),
    path("<str:code>/faststall/", signing.sign, name="sign"),
]
