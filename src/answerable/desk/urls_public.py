"""The addresses of the public site: those of every slice that has some."""

from django.urls import include, path

from answerable.desk.slices import modules

urlpatterns = [path("", include(module)) for module in modules("urls_public")]

handler400 = "answerable.desk.ui.problems.bad_request"
handler403 = "answerable.desk.ui.problems.not_found"
handler404 = "answerable.desk.ui.problems.not_found"
handler500 = "answerable.desk.ui.problems.server_error"
