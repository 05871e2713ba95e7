"""Addresses of tasks."""

from django.urls import path

from answerable.desk.tasks.views import contributor, officer

urlpatterns = [
    path("tasks", contributor.task_list, name="tasks"),
    path("tasks/<slug:public_id>", contributor.task_page, name="task"),
    path("tasks/<slug:public_id>/accept", contributor.accept, name="task_accept"),
    path("tasks/<slug:public_id>/return", contributor.return_task, name="task_return"),
    path("tasks/<slug:public_id>/answer", contributor.answer, name="task_answer"),
    path("tasks/<slug:public_id>/due", officer.change_due, name="task_due"),
    path("tasks/<slug:public_id>/take-back", officer.take_back, name="task_take_back"),
    path("cases/<slug:reference>/give-out", officer.give_out, name="give_out"),
    path("cases/<slug:reference>/search", officer.add_search, name="add_search"),
]
