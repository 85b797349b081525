"""Addresses of the account pages."""

from django.urls import path

from samsyn.web.account import pages

app_name = "account"
urlpatterns = [
    path("logga-in/", pages.sign_in, name="sign-in"),
    path("logga-ut/", pages.sign_out, name="sign-out"),
    path("andamal/", pages.purpose, name="purpose"),
    path("sprak/", pages.language, name="language"),
    path("min-logg/", pages.log, name="log"),
    path("min-logg.csv", pages.log_csv, name="log-csv"),
]
