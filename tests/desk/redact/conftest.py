"""A case that is being answered, with a PDF and a picture to go with the answer."""

import pytest
from tests.desk.letters.fixtures import clock, decided, open_case, written
from tests.desk.redact.made import letter, scan

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.people.models import User

__all__ = ["clock", "decided", "open_case", "written"]


@pytest.fixture
def pdf(open_case: Case, officer: User) -> Attachment:
    return add_file(open_case, by=officer, name="minutes.pdf", content=letter())


@pytest.fixture
def picture(open_case: Case, officer: User) -> Attachment:
    return add_file(open_case, by=officer, name="scan.png", content=scan())
