"""The addresses of the staff site, under /desk/, and of the API."""

from django.urls import include, path

from answerable.desk.people.urls_staff import closed
from answerable.desk.slices import modules

urlpatterns = [
    path("desk/", include(closed)),
    path("desk/accounts/", include("allauth.urls")),
    *(path("desk/", include(module)) for module in modules("urls_staff")),
    *(path("api/", include(module)) for module in modules("urls_api")),
]

handler400 = "answerable.desk.ui.problems.bad_request"
handler403 = "answerable.desk.ui.problems.not_allowed"
handler404 = "answerable.desk.ui.problems.not_found"
handler500 = "answerable.desk.ui.problems.server_error"
