"""Cookies of the pages: what they are called, and the header that sets one. Pure.

On https every name begins with `__Host-`: browsers then take it from this very host only, over https only. A plain
name exists on http, which means in development.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from http.cookies import SimpleCookie

LANGUAGE = "language"
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Cookie:
    """A cookie to be set; an empty value takes it away."""

    name: str
    value: str
    lasts: timedelta
    same_site: str = "lax"

    def header(self, *, secure: bool) -> str:
        """The value of `Set-Cookie`."""
        name = cookie_name(self.name, secure=secure)
        jar: SimpleCookie = SimpleCookie({name: self.value})
        morsel = jar[name]
        morsel["path"] = "/"
        morsel["max-age"] = str(int(self.lasts.total_seconds()) if self.value else 0)
        morsel["samesite"] = self.same_site
        morsel["httponly"] = True
        if secure:
            morsel["secure"] = True
        return morsel.OutputString()


def cookie_name(name: str, *, secure: bool) -> str:
    """`shop` as browsers know it."""
    return f"__Host-{name}" if secure else f"jamango-{name}"
