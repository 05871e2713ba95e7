"""The site's settings for tests: a data folder of the run's own, and quick password hashing.

ANSWERABLE_TEST_DATABASE=postgresql://... runs the same tests on PostgreSQL
(``scripts/with_postgres.sh pytest tests/desk``).
"""

import atexit
import os
import shutil
import tempfile

_folder = tempfile.mkdtemp(prefix="answerable-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ["ANSWERABLE_DATA"] = _folder
if os.environ.get("ANSWERABLE_TEST_DATABASE"):
    os.environ["ANSWERABLE_DATABASE"] = os.environ["ANSWERABLE_TEST_DATABASE"]
os.environ.setdefault("ANSWERABLE_DEMO", "yes")
os.environ.setdefault("ANSWERABLE_HOSTS", "testserver,127.0.0.1,localhost")

from answerable.desk.settings import *  # noqa: E402, F403 - the environment first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

if DATABASES["default"]["ENGINE"].endswith("desk.db.sqlite"):  # noqa: F405
    # Each worker's own, in memory. Told by name, since pytest knows only Django's own backend.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
