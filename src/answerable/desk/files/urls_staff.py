"""Addresses of files, and of the record of the gate."""

from django.urls import path

from answerable.desk.files.views import download, record, where

urlpatterns = [
    path("files/<slug:public_id>", download.download, name="file"),
    path("files/<slug:public_id>/look", download.look, name="file_look"),
    path("files/<slug:public_id>/open", download.open_all_the_same, name="file_open"),
    path("files/<slug:public_id>/where", where.page, name="file_where"),
    path("cases/<slug:reference>/gate", record.page, name="gate_record"),
    path("cases/<slug:reference>/gate.json", record.download, name="gate_record_json"),
]
