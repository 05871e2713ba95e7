"""Addresses of letters and of the files that go with them."""

from django.urls import path

from answerable.desk.letters.views import documents, files, letter, schedule

urlpatterns = [
    path("cases/<slug:reference>/letter", letter.letter, name="letter"),
    path("cases/<slug:reference>/letter/check", letter.recheck, name="letter_check"),
    path("cases/<slug:reference>/release", files.files, name="release_files"),
    path("release/<slug:public_id>/schedule.csv", schedule.schedule, name="release_schedule"),
    path("release/<slug:public_id>/<slug:what>", files.change, name="release_change"),
    path("letters/<slug:public_id>", letter.version, name="letter_version"),
    path("letters/<slug:public_id>/let-through", letter.let_through, name="letter_let_through"),
    path("letters/<slug:public_id>/as-it-arrives", documents.as_it_arrives, name="letter_arrives"),
    path("letters/<slug:public_id>/download/<slug:form>", documents.download, name="letter_file"),
]
