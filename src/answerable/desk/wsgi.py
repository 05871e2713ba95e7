"""The program as a web server calls it: ``answerable.desk.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.desk.settings")
application = get_wsgi_application()

from answerable.desk.db.claim import claim  # noqa: E402 - needs the settings

claim()
