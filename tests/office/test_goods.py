"""A founder's own shop by thumb: zone, windows, apartment, variety, pack, photo, fruit; and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import httpx
import pytest
from PIL import Image

from core.actor import Role
from core.catalog.queries import find_offer
from core.clock import read_now
from core.db import transaction
from core.slots.queries import open_slots
from tests.office.conftest import Colleague, does, rows
from tests.support.visitor import FROM_HERE, form_on

ZONE = {
    "name": "Old Town",
    "fee": "40",
    "free_above": "1000",
    "minimum": "300",
    "cod_cap": "5000",
    "cod_cap_new": "2000",
}
HOME = {"name": "Mango Court", "pincode": "560001", "point": "12.97, 77.59", "towers": "A\nB", "aliases": "MC"}
RASPURI = {"name": "Raspuri", "name_hi": "रसपुरी", "story": "Soft & <b>sweet</b>.", "begins": "2020-01-01",
           "ends": "2099-01-01"}  # fmt: skip
DOZEN = {"label": "1 dozen", "amount": "1", "unit": "dozen", "price": "650"}


def one(sql: str, **values: object) -> object:
    return rows(sql, **values)[0][0]


def soon() -> str:
    """A day when fruit of today is ripe."""
    return str(one("SELECT jamango_now()::date + 9"))


def said(page: httpx.Response) -> str:
    """With plain spaces, where the page keeps an amount on one line."""
    return page.text.replace("\xa0", " ")


def test_a_shop_of_ones_own(founder: Colleague) -> None:
    page = founder.fills("/admin/zones/new", **ZONE)
    assert "Now its windows" in page.text
    zone_id = one("SELECT id FROM zones WHERE slug = 'old-town'")
    days = [str(day) for day in range(7)]
    page = founder.sends(page, "/admin/slots/weekly/new", zone=str(zone_id), weekdays=days)
    assert "first apartment of the zone" in page.text
    with transaction() as session:
        assert open_slots(session, int(str(zone_id)))
    assert "Mango Court" in founder.sends(page, "/admin/zones/apartments/new", **HOME).text
    assert one("SELECT zone_id FROM apartments WHERE name = 'Mango Court'") == zone_id
    page = founder.fills("/admin/products/new", **RASPURI)
    assert "Soft &amp; &lt;b&gt;sweet&lt;/b&gt;." in page.text
    product_id = int(str(one("SELECT id FROM products WHERE slug = 'raspuri'")))
    page = founder.fills(f"/admin/products/{product_id}/packs/new", **{**DOZEN, "amount": "12"})
    assert "says another amount" in page.text
    page = founder.sends(page, f"/admin/products/{product_id}/packs/new", **DOZEN)
    assert "Now its first fruit" in page.text
    wrong = founder.sends(page, "/admin/inventory/receive", amount="10", unit="kilo", cost="4,000")
    assert "not counted in that" in wrong.text
    page = founder.sends(wrong, "/admin/inventory/receive", unit="dozen")
    assert "10 dozen" in said(page) and "₹4,000" in page.text and "nobody is told" in page.text
    with transaction() as session:
        offer = find_offer(session, product_id, read_now(session))
    assert offer is not None and offer.packs[0].left == 10
    for path in ("products", "inventory", f"products/{product_id}"):
        assert "Raspuri" in founder.goes(f"/admin/{path}").text


def test_where_a_home_is_comes_from_a_maps_link(founder: Colleague) -> None:
    """The form alone may ask where the phone is; a short link is refused with why, and what was typed stays."""
    page = founder.goes("/admin/zones/apartments/new")
    assert "geolocation=(self)" in page.headers["permissions-policy"]
    assert "geolocation=()" in founder.goes("/admin/zones").headers["permissions-policy"]
    short = {**HOME, "point": "https://maps.app.goo.gl/AbC123"}
    page = founder.sends(page, "/admin/zones/apartments/new", zone="1", **short)
    assert "short link does not hold the place" in page.text and 'value="Mango Court"' in page.text
    founder.sends(page, "/admin/zones/apartments/new", point="https://maps.google.com/?q=12.97%2C77.59&z=17")
    [home] = rows("SELECT latitude, longitude FROM apartments WHERE name = 'Mango Court'")
    assert tuple(home) == (12.97, 77.59)


def test_a_photo_from_the_phone_is_made_anew_and_shown_everywhere(founder: Colleague) -> None:
    product_id = one("SELECT id FROM products WHERE slug = 'kesar'")
    path = f"/admin/products/{product_id}/picture"
    file = BytesIO()
    Image.new("RGB", (900, 600), "orange").save(file, "PNG")

    def send(content: bytes) -> str:
        fields = form_on(founder.goes(path), path).fields
        fields = {name: value for name, value in fields.items() if name.startswith("_")}
        answer = founder.visitor.ask(
            "POST", path, FROM_HERE, data=fields, files={"file": ("x.png", content, "image/png")}
        )
        return founder.visitor.follows(answer).text if answer.status_code == 303 else answer.text

    assert "no picture that can be read" in send(b"<svg onload=alert(1)>")
    assert "no picture that can be read" in send(b"")
    assert "new picture" in send(file.getvalue())
    shown = re.findall(r'src="(/media/[0-9a-f]{32}-900\.(?:jpg|webp))"', founder.visitor.get("/mangoes/kesar").text)
    assert shown and founder.visitor.get(shown[0]).headers["content-type"].startswith("image/")
    founder.sends(founder.goes(path), f"/admin/products/{product_id}/drawing")
    assert "/media/" not in founder.visitor.get("/mangoes/kesar").text
    founder.visitor.cookies.clear()
    assert (
        founder.visitor.ask(
            "POST", path, FROM_HERE, files={"file": ("x.png", file.getvalue(), "image/png")}
        ).status_code
        == 403
    )


def test_a_count_below_what_is_kept_names_the_orders(founder: Colleague) -> None:
    inventory_id = one("SELECT i.id FROM inventory i JOIN products p ON p.id = i.product_id WHERE p.slug = 'alphonso'")
    does("UPDATE inventory SET held = 12 WHERE id = :id", id=inventory_id)
    order = one("SELECT id FROM orders LIMIT 1")
    does(
        "INSERT INTO holds (order_id, customer_id, inventory_id, quantity) SELECT id, customer_id, :row, 12 FROM orders"
        " WHERE id = :order ON CONFLICT (order_id, inventory_id) DO UPDATE SET status = 'active', quantity = 12,"
        " ended_at = NULL, packed_at = NULL",
        row=inventory_id,
        order=order,
    )
    code = str(one("SELECT code FROM orders WHERE id = :id", id=order))
    path = f"/admin/inventory/{inventory_id}"
    refused = founder.fills(f"{path}/count", amount="0", unit="piece", reason="rain got in")
    assert code in refused.text and 'value="rain got in"' in refused.text
    page = founder.fills(f"{path}/count", amount="2", unit="dozen", reason="counted")
    assert "2 dozen" in said(page) and "counted" in page.text
    assert "thrown away" not in founder.fills(f"{path}/waste", amount="1e1", unit="piece", reason="soft").text
    assert "thrown away" in founder.fills(f"{path}/waste", amount="3", unit="piece", reason="soft").text
    founder.fills(f"{path}/low", amount="5", unit="dozen")
    assert one("SELECT low_level FROM inventory WHERE id = :id", id=inventory_id) == 60
    assert "whole number" in founder.fills(f"{path}/count", amount="0.3", unit="piece", reason="x").text


def test_names_prices_and_packs_are_edited(founder: Colleague) -> None:
    product_id = one("SELECT id FROM products WHERE slug = 'kesar'")
    path = f"/admin/products/{product_id}"
    assert "hafoosh" in founder.fills(f"{path}/aliases/new", words="hafoosh").text
    assert "already" in founder.fills(f"{path}/aliases/new", words="langra").text
    place = len(rows("SELECT unnest(aliases) FROM products WHERE id = :id", id=product_id)) - 1
    assert "hafoosh" not in founder.sends(founder.goes(f"{path}/aliases/{place}"), f"{path}/aliases/{place}").text
    pack = one("SELECT id FROM packs WHERE product_id = :id AND base_units = 12", id=product_id)
    founder.fills(f"{path}/packs/{pack}", price="905", active="yes")
    assert one("SELECT price_paise FROM packs WHERE id = :id", id=pack) == 90500
    assert "above zero" in founder.fills(f"{path}/packs/{pack}", price="0").text
    assert "before it begins" in founder.fills(f"{path}/edit", ends="2001-01-01").text


def test_days_that_nobody_means_and_names_that_are_there_are_said_beside_their_fields(founder: Colleague) -> None:
    product_id = one("SELECT id FROM products WHERE slug = 'kesar'")
    lot = {"product": str(product_id), "amount": "1", "unit": "dozen"}
    receive = "/admin/inventory/receive"
    for days, sentence in (
        ({"harvested": "1900-01-01", "ripe": "1900-01-02"}, "Please look at the year"),
        ({"ripe": "9999-12-31"}, "Please look at the year"),
        ({"harvested": soon(), "ripe": soon()}, "nothing can have been picked on it"),
        ({"ripe": "2098-01-01"}, "No mango keeps longer"),
    ):
        refused = founder.fills(receive, **lot, **days)
        assert (refused.status_code, sentence in refused.text) == (422, True), days
    assert "Please look at the year" in founder.fills(f"/admin/products/{product_id}/edit", ends="9999-12-31").text
    path = f"/admin/products/{product_id}/packs/new"
    twin = {"amount": "3", "unit": "piece", "price": "90"}
    label = str(one("SELECT labels ->> 'en' FROM packs WHERE product_id = :id LIMIT 1", id=product_id))
    refused = founder.fills(path, label=label.upper(), **twin)
    assert "is called" in refused.text and f'value="{label.upper()}"' in refused.text
    founder.fills(path, label="Three", **twin)
    pack = one("SELECT max(id) FROM packs")
    assert "is called" in founder.fills(f"/admin/products/{product_id}/packs/{pack}", label=label).text
    assert one("SELECT labels ->> 'en' FROM packs WHERE id = :id", id=pack) == "Three"


def test_a_packer_sees_stock_and_changes_nothing(packer: Colleague) -> None:
    assert "Alphonso" in packer.goes("/admin/inventory").text
    for path in ("/admin/inventory/receive", "/admin/products", "/admin/zones", "/admin/slots"):
        assert packer.visitor.get(path).status_code == 403, path


@pytest.mark.parametrize(
    "path",
    [
        "inventory/999",
        "products/999",
        "zones/999",
        "zones/apartments/999",
        "slots/999999",
        "slots/weekly/999",
        "products/999/picture",
        "products/1/packs/999",
        "answers/nothing",
        "inbox/999999",
        "templates/none/en",
    ],
)
def test_what_is_not_there_is_404(founder: Colleague, path: str) -> None:
    assert founder.visitor.get(f"/admin/{path}").status_code == 404


def test_every_page_speaks_hindi(colleague: Callable[[Role], Colleague]) -> None:
    them = colleague(Role.FOUNDER)
    does("UPDATE staff SET language = 'hi' WHERE id = :id", id=them.id)
    for path in (
        "inventory",
        "inventory/receive",
        "products",
        "products/new",
        "zones",
        "zones/new",
        "slots",
        "slots/weekly",
        "inbox",
        "answers",
        "answers/teach",
        "templates",
    ):
        assert them.goes(f"/admin/{path}").status_code == 200, path
