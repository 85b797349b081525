"""Addresses of the register, the areas and the imports."""

from django.urls import path

from samsyn.web.areas import deliveries, pages

app_name = "areas"
urlpatterns = [
    path("", pages.register, name="register"),
    path("enheter.csv", pages.register_file, name="register-file"),
    path("inlasning/", deliveries.imports, name="imports"),
    path("inlasning/<int:run_id>/", deliveries.one_import, name="import"),
    path("inlasning/<int:run_id>/svar/", deliveries.answer, name="answer"),
    path("inlasning/<int:run_id>/las-in/", deliveries.load, name="load"),
    path("inlasning/<int:run_id>/fil/", deliveries.original, name="original"),
    path("<slug:key>/", pages.area, name="area"),
]
