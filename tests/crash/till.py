"""A keeper whose till asks again when the shop dies under its request: the same form, the same sale."""

from __future__ import annotations

import threading
from collections.abc import Callable

import httpx
from sqlmodel import Session

from admin_web.stall.door import DEVICE, STALL
from core.checkpoints import Checkpoint
from core.clock import read_now
from core.ids import new_browser_token, new_key
from core.sessions.actions import begin_session
from core.sessions.queries import Owner
from core.sessions.rules import hash_token
from pages.cookies import cookie_name
from tests.crash.stage import Customer, Stage
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand
from tests.support.visitor import FROM_HERE, form_on


class PatientTill:
    """The Market's till over HTTP."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.stand = stage, Stand(Shelf())
        secret = new_browser_token()
        owner = Owner(staff_id=self.stand.keeper_id)

        def sign_in(session: Session) -> None:
            now = read_now(session)
            begin_session(
                session, STALL.name, hash_token(secret), owner, browser="", now=now, ends_at=now + STALL.lasts
            )

        self.stand.run(sign_in)
        kept = {STALL.name: secret, DEVICE: self.stand.secret}
        cookies = "; ".join(f"{cookie_name(name, secure=False)}={value}" for name, value in kept.items())
        self.headers = {**FROM_HERE, "Cookie": cookies}

    def fills(self, path: str, **typed: str) -> None:
        page = self._again(lambda: self.stage.shop.get(path, headers=self.headers))
        fields = {**form_on(page, path).fields, **typed}
        done = self._again(lambda: self.stage.shop.post(path, data=fields, headers=self.headers))
        assert done.status_code == 303, done.text[:300]

    def sends(self, **words: object) -> None:
        asking = {**self.headers, "Accept": "application/json"}
        state = self._again(lambda: self.stage.shop.get("/stall/state", headers=asking)).json()
        sending = {**asking, "X-Form-Token": state["form_token"]}
        done = self._again(lambda: self.stage.shop.post("/stall/sync", json=words, headers=sending))
        outcomes = [each["outcome"] for kind in ("sales", "voids") for each in done.json()[kind]]
        assert outcomes in (["recorded"], ["already"]), outcomes

    def sale(self) -> dict[str, object]:
        pack = self.stand.shelf.pack("alphonso", DOZEN)
        shift = self.stand.shelf.read("SELECT max(id) FROM shifts")
        price = self.stand.shelf.read("SELECT price_paise FROM packs WHERE id = :id", id=pack)
        return {"id": new_key(), "shift": shift, "made_at": "2026-05-01T10:00:00Z", "payment": "cash", "paid": price,
                "lines": [{"pack": pack, "quantity": 1}]}  # fmt: skip

    def _again(self, ask: Callable[[], httpx.Response]) -> httpx.Response:
        wait = threading.Event()
        for _ in range(int(PATIENCE_SECONDS / 0.1)):
            try:
                answer = ask()
                if answer.status_code < 500:
                    return answer
            except httpx.TransportError:
                pass
            wait.wait(0.1)
        raise AssertionError("the shop does not come back")


def sell_at_a_stall(chat: Customer, stage: Stage, at: Callable[[str], None]) -> None:
    """A keeper opens, sells two boxes, takes one back and closes; whatever dies meanwhile, the till asks again."""
    till = PatientTill(stage)
    at("opening")
    till.fills("/stall/open", usual="50000")
    sale, slip = till.sale(), till.sale()
    at("selling")
    till.sends(sales=[sale])
    till.sends(sales=[slip])
    at("taking back")
    till.sends(voids=[{"sale": slip["id"], "reason": "wrong-pack", "made_at": slip["made_at"]}])
    at("closing")
    till.fills("/stall/close", note_50000="1", note_100=str(int(str(sale["paid"])) // 100))


# The points that each stage passes.
AT_A_STALL = {
    "opening": {Checkpoint.SHIFT_OPENED},
    "selling": {Checkpoint.STALL_SOLD},
    "taking back": {Checkpoint.SALE_VOIDED},
    "closing": {Checkpoint.SHIFT_CLOSED},
}
