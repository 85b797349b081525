"""The addresses of the interface. Names begin with ``api-``: the door of the pages leaves them to their tokens."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path, re_path

from samsyn.api.delivery import delivered
from samsyn.api.document import Interface
from samsyn.api.problems import no_token, not_here
from samsyn.api.tokens import Token
from samsyn.api.v1.areas import FeatureCollection
from samsyn.api.v1.routes import router

API_V1 = Interface(
    prefix="/api/v1/",
    shapes=(FeatureCollection,),
    title="Samsyn",
    version="1",
    description="Areas, units and signed situation pictures, within the rights of a token.",
    urls_namespace="api-v1",
    auth=Token(),
)
API_V1.add_router("", router)


def unknown(request: HttpRequest) -> HttpResponse:
    """Answer an address that leads nowhere; without a token even that is not told."""
    return not_here() if Token()(request) else no_token()


def _delivered(interface: Interface) -> list[URLPattern]:
    """Return the addresses of an interface, each answer delivered alike; its empty root is left out."""
    found = [one for one in interface.urls[0] if isinstance(one, URLPattern)]
    return [URLPattern(one.pattern, delivered(one.callback), one.default_args, one.name) for one in found[:-1]]


urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", include((_delivered(API_V1), "api-v1"))),
    re_path("", delivered(unknown), name="api-unknown"),
]
