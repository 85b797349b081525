"""Addresses of the register, the areas and the imports."""

from django.urls import path

from samsyn.web.areas import importing, pages

app_name = "areas"
urlpatterns = [
    path("", pages.register, name="register"),
    path("enheter.csv", pages.register_file, name="register-file"),
    path("inlasning/", importing.imports, name="imports"),
    path("inlasning/<int:run_id>/", importing.one_import, name="import"),
    path("inlasning/<int:run_id>/svar/", importing.answer, name="answer"),
    path("inlasning/<int:run_id>/las-in/", importing.load, name="load"),
    path("inlasning/<int:run_id>/fil/", importing.original, name="original"),
    path("<slug:key>/", pages.area, name="area"),
]
