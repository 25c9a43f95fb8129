"""All doors of the shop's pages, in the order in which their paths are tried."""

from types import ModuleType

from shop_web import (
    carrying,
    cart,
    discovery,
    home,
    login,
    login_code,
    media,
    my_orders,
    offline,
    order_page,
    payment_return,
    policies,
    product,
    profile,
    shelf,
)
from shop_web.checkout import contact, summary, where, window

DOORS: tuple[ModuleType, ...] = (
    home, discovery, shelf, product, cart, where, window, contact, summary, order_page, my_orders, profile,
    login, login_code,
    carrying, offline,
    policies, media, payment_return,
)  # fmt: skip
