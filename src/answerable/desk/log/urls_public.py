"""Addresses of the disclosure log."""

from django.urls import path

from answerable.desk.log import machine, views

urlpatterns = [
    path("log/", views.log, name="log"),
    path("log/feed.atom", machine.feed, name="log-feed"),
    path("log/disclosure-log.csv", machine.data_csv, name="log-csv"),
    path("log/disclosure-log.json", machine.data_json, name="log-json"),
    path("log/schema.json", machine.schema, name="log-schema"),
    path("log/<slug:public_id>", views.entry, name="log-entry"),
    path("log/<slug:public_id>/files/<slug:file_id>", views.file, name="log-file"),
    path("sitemap.xml", machine.sitemap, name="sitemap"),
    path("robots.txt", machine.robots, name="robots"),
    path("opensearch.xml", machine.opensearch, name="opensearch"),
]
