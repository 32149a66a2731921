"""Debian's chromium, for tests that look at pages.

Where there is none the test is skipped; where COMMUNIQUE_REQUIRE_BROWSER is set, as in .ci/run, that is a
failure.
"""

from __future__ import annotations

import os
import shutil

import pytest


def chromium() -> str:
    """The path of a chromium."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        why = "no chromium is installed (apt-get install chromium)"
        pytest.fail(why) if os.environ.get("COMMUNIQUE_REQUIRE_BROWSER") else pytest.skip(why)
    return found
