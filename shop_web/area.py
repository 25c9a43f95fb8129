"""The shop as a door of pages: its frame, and how long it remembers a browser."""

from pages.areas import Area

SHOP = Area("shop", layout="shop/layout.html")
