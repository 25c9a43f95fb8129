"""The cart goes along: from this browser into the chat by a word, and from the chat to any browser by a link."""

from __future__ import annotations

from urllib.parse import quote

import segno
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.carts.links import LASTS, lend_cart, lender_of, take_cart
from core.carts.queries import read_cart
from core.carts.rules import CART_PREFIX, write_word
from core.checkout.basket import Channel
from core.db import transaction
from pages.cookies import Cookie
from pages.door import Visiting, new_door
from pages.forms import Filled, Form
from pages.frame import chat_url
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.cart import show_lines
from shop_web.shopper import begin_to_shop, require_shopper

router = new_door(SHOP)

PAGE = "/cart/chat"
SHOWN = "cart-word"  # the cookie with the word that this browser shows: we keep only its hash
LONGEST_WORD = 12


@router.post(PAGE)
def lend(visit: Visiting) -> Response:
    """Give this browser a word for its cart."""
    return visit.apply(Form, _lend, lambda visit, _: visit.redirect("/cart"))


def _lend(visit: Visit, session: Session, _: Form) -> str:
    word = lend_cart(session, require_shopper(visit), visit.now(session))
    visit.set_cookie(Cookie(SHOWN, write_word(word), LASTS))
    return PAGE


@router.get(PAGE)
def show_word(visit: Visiting) -> Response:
    """The word, as a link into the chat and as a picture for a phone beside this screen."""
    word = visit.cookie(SHOWN)
    if not word:
        return visit.redirect("/cart")
    visit.is_private = True
    link = f"{chat_url(visit.settings)}?text={quote(f'{CART_PREFIX} {word}')}"
    code = segno.make(link, error="m").svg_data_uri(scale=4, border=2, dark="#3b2413", light="#fffdf8")
    return visit.page("shop/cart_chat.html", word=word, link=link, code=code)


@router.get("/cart/from/{word}")
def look(visit: Visiting, word: str) -> Response:
    """What would be put into this browser's cart. 404 for a word that is over."""
    return show(visit, visit.empty_form(), word)


@router.post("/cart/from/{word}")
def take(visit: Visiting, word: str) -> Response:
    """Put it there. The chat keeps its own: whoever opened the link may be anybody."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        now, shopper = visit.now(session), begin_to_shop(visit, session)
        if not take_cart(session, _bare(word), shopper, now, moved=False):
            raise HTTPException(404)
        visit.tell_next("in-cart")
        return "/cart"

    return visit.apply(Form, deed, lambda visit, filled: show(visit, filled, word))


def show(visit: Visit, form: Filled, word: str) -> Response:
    with transaction() as session:
        now = visit.now(session)
        lender = lender_of(session, _bare(word), now)
        basket = read_cart(session, lender, Channel.WEB, now) if lender is not None else None
    if basket is None or not basket.lines:
        raise HTTPException(404)
    return visit.page("shop/cart_from.html", form=form, word=word, lines=show_lines(visit, basket.lines))


def _bare(word: str) -> str:
    return word[:LONGEST_WORD].replace("-", "").upper()
