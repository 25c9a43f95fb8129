"""The office as a door of pages."""

from datetime import timedelta

from admin_web import menu
from admin_web.frame import frame_of_office
from admin_web.undoing import offer_undo
from pages.areas import Area

HOME = menu.HOME
# "lax", because alerts on her phone lead here by links; what changes anything is kept from other sites by origin and
# token. Two weeks without a visit end a session, a month in any case.
OFFICE = Area(
    "office",
    layout="office/layout.html",
    home=HOME,
    idle=timedelta(days=14),
    lasts=timedelta(days=30),
    frame=frame_of_office,
    after=offer_undo,
)
