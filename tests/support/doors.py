"""The shop's application, put together once for a test process: a tenth of a second that each test would pay.

What a running server makes for itself (`app.state`) is made anew whenever it is served.
"""

from functools import cache
from typing import Any

from core.settings import get_settings
from jamango.app import create_app


def open_doors() -> Any:
    """The application as today's settings want it; for a test that adds nothing to it."""
    settings = get_settings()
    return _put_together(settings.is_development, settings.public_url.startswith("https://"))


@cache
def _put_together(is_development: bool, is_on_https: bool) -> Any:
    del is_development, is_on_https  # what `create_app` reads of the settings
    return create_app()
