"""All pages of the till together, on one router. Each of its routes takes one of the guards of `door.py`."""

from fastapi import FastAPI

from admin_web.stall import device, installed, pin, qr, sales, sell, shift, sync
from admin_web.stall.door import router

__all__ = ["device", "installed", "open_stall", "pin", "qr", "router", "sales", "sell", "shift", "sync"]


def open_stall(app: FastAPI) -> None:
    """Put the till on the application."""
    app.include_router(installed.router)
    app.include_router(router)
