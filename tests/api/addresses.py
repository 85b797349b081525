from django.urls import include, path

urlpatterns = [path("api/", include("samsyn.api.urls"))]
handler404 = "samsyn.web.doors.not_found"
