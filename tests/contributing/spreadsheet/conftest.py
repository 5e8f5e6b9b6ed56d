"""What tests of the spreadsheet can ask for."""

import pytest
from builders import Root
from spreadsheets import Desk


@pytest.fixture
def desk(root: Root, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(root, capsys)
