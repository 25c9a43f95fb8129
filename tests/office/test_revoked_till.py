"""A device that is revoked while it has sales which nobody knows of."""

from __future__ import annotations

import re
from typing import Any

import pytest

from core.clock import read_now
from core.ids import new_key
from core.stalls.devices import revoke_device
from tests.office.conftest import Colleague, does, rows
from tests.office.test_till import Tablet
from tests.support.actors import STAFF


@pytest.fixture
def tablet(app: Any) -> Tablet:
    return Tablet(app)


def test_what_was_sold_before_a_device_was_revoked_reaches_the_office(tablet: Tablet, founder: Colleague) -> None:
    """Nothing of it is recorded by itself, and nothing is lost: it needs a look, once, even when the keeper's hours are
    over. What was recorded before is known."""
    tablet.opens()
    shift, token = tablet.state()["shift"]["id"], tablet.state()["form_token"]
    told, waiting = tablet.sale(shift), tablet.sale(shift, phone="+910000000141", consent=True)
    tablet.sends(sales=[told])
    tablet.stand.run(lambda s: revoke_device(s, tablet.stand.device.id, actor=STAFF, now=read_now(s)))
    void = {"sale": waiting["id"], "reason": "bad-fruit", "made_at": waiting["made_at"]}
    for _ in range(2):
        said = tablet.sends(token, live=True, sales=[told, waiting, "nonsense"], voids=[void]).json()
        assert [each["outcome"] for each in said["sales"]] == ["already", "needs_a_look", "needs_a_look"]
        assert said["voids"][0]["outcome"] == "needs_a_look"
        assert "switched this device off" in said["sales"][1]["why"]
    assert rows("SELECT count(*) AS n FROM stall_sales")[0].n == 1
    asides = rows("SELECT why, sent::text AS sent FROM stall_asides ORDER BY id")
    assert sorted(each.why for each in asides) == ["device-revoked", "device-revoked", "sale-unclear"]
    assert not any("0000141" in each.sent for each in asides)
    page = founder.goes("/admin/stalls").text
    assert waiting["id"] in page
    assert "The office has switched this device off" in page
    does("UPDATE sessions SET ended_at = jamango_now() WHERE area = 'stall'")
    gone = tablet.browser.get("/stall")
    assert (gone.status_code, "sync" in gone.text) == (403, True), "its page still sends what waits"
    fresh = re.search(r'data-token="(\w+)"', gone.text)
    assert fresh is not None
    later = {**waiting, "id": new_key()}
    assert tablet.sends(fresh[1], sales=[later]).json()["sales"][0]["outcome"] == "needs_a_look"
    does("INSERT INTO stall_asides (device_id, digest, why, sent, received_at) SELECT device_id, encode(sha256("
         "convert_to(n::text, 'UTF8')), 'hex'), why, sent, received_at FROM stall_asides, generate_series(1, 200) n"
         " WHERE uid = '" + later["id"] + "'")  # fmt: skip
    assert tablet.sends(fresh[1], sales=[later]).status_code == 429
