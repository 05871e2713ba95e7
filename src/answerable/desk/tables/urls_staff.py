"""Addresses of tables, of the register of releases, and of national pictures."""

from django.urls import path

from answerable.desk.tables.views import picture, register, table

_TABLE = "cases/<slug:reference>/tables/<slug:public_id>"

urlpatterns = [
    path(_TABLE, table.table, name="table"),
    path(f"{_TABLE}/read", table.read, name="table_read"),
    path(f"{_TABLE}/choose", table.choose, name="table_choose"),
    path(f"{_TABLE}/accept", table.accept, name="table_accept"),
    path(f"{_TABLE}/drop", table.drop, name="table_drop"),
    path(f"{_TABLE}/take-back", table.take_back, name="table_take_back"),
    path("tables", register.releases, name="table_releases"),
    path("tables/<slug:public_id>", register.release, name="table_release"),
    path("ncnd/<slug:public_id>/pictures", picture.pictures, name="pictures"),
    path("ncnd/<slug:public_id>/pictures/add", picture.add, name="picture_add"),
    path("pictures/<slug:public_id>", picture.picture, name="picture"),
    path("pictures/<slug:public_id>/set-aside", picture.set_aside, name="picture_set_aside"),
]
