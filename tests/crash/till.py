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
from tests.support import parts
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand
from tests.support.visitor import FROM_HERE, form_on

MOST_CODES = 5
STATUS = "SELECT status FROM stall_qrs WHERE uid = :uid"


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

    def fills(self, path: str, *, on: str = "", **typed: str) -> None:
        page = self._again(lambda: self.stage.shop.get(on or path, headers=self.headers))
        fields = {**form_on(page, path).fields, **typed}
        done = self._again(lambda: self.stage.shop.post(path, data=fields, headers=self.headers))
        assert done.status_code == 303, done.text[:300]

    def sends(self, *wanted: str, **words: object) -> None:
        asking = {**self.headers, "Accept": "application/json"}
        state = self._again(lambda: self.stage.shop.get("/stall/state", headers=asking)).json()
        sending = {**asking, "X-Form-Token": state["form_token"]}
        done = self._again(lambda: self.stage.shop.post("/stall/sync", json=words, headers=sending))
        outcomes = [each["outcome"] for kind in ("sales", "voids") for each in done.json()[kind]]
        assert set(outcomes) <= set(wanted or ("recorded", "already")), outcomes

    def sale(self, uid: str = "", payment: str = "cash") -> dict[str, object]:
        pack = self.stand.shelf.pack("alphonso", DOZEN)
        shift = self.stand.shelf.read("SELECT max(id) FROM shifts")
        price = self.stand.shelf.read("SELECT price_paise FROM packs WHERE id = :id", id=pack)
        return {"id": uid or new_key(), "shift": shift, "made_at": "2026-05-01T10:00:00Z", "payment": payment,
                "paid": price, "lines": [{"pack": pack, "quantity": 1}]}  # fmt: skip

    def asks_for_a_code(self) -> str:
        """The id of a sale for which Razorpay's code is shown; what gives way to the plain code is asked for anew."""
        pack = self.stand.shelf.pack("alphonso", DOZEN)
        for _ in range(MOST_CODES):
            uid = new_key()
            page = f"/stall/pay?cart={pack}x1&id={uid}"
            self.fills("/stall/qr", on=page)
            if self.code_becomes(uid, {"open", "plain"}) == "open":
                return uid
        raise AssertionError("no code is made")

    def code_becomes(self, uid: str, wanted: set[str]) -> str:
        asking, wait, found = {**self.headers, "Accept": "application/json"}, threading.Event(), ""
        for _ in range(int(PATIENCE_SECONDS / 0.05)):
            found = str(self._again(lambda: self.stage.shop.get(f"/stall/qr/{uid}", headers=asking)).json()["status"])
            if found in wanted:
                return found
            wait.wait(0.05)
        raise AssertionError(f"the code is {found}")

    def is_scanned(self, uid: str, **wanted: object) -> None:
        code = self.stand.shelf.read("SELECT provider_id FROM stall_qrs WHERE uid = :uid", uid=uid)
        self.stage.outside.post(f"/sim/qr_codes/{code}/pay", json=wanted).raise_for_status()

    def waits(self, query: str, value: object, **values: object) -> None:
        """Until it is so, however often somebody dies meanwhile."""
        wait, found = threading.Event(), None
        for _ in range(int(PATIENCE_SECONDS / 0.05)):
            found = self.stand.shelf.read(query, **values)
            if found == value:
                return
            wait.wait(0.05)
        raise AssertionError(f"{found!r} is not {value!r}")

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
    Customer(stage, "founder").says("hi")  # so that she hears in her chat of what needs a look
    till = PatientTill(stage)
    at("bringing")
    stage.command(parts.bring_to_stall, till.stand.stall_id, till.stand.product("alphonso"), 2 * DOZEN)
    at("opening")
    till.fills("/stall/open", usual="50000")
    sale, slip = till.sale(), till.sale()
    at("selling")
    till.sends(sales=[sale])
    till.sends(sales=[slip])
    at("taking back")
    till.sends(voids=[{"sale": slip["id"], "reason": "wrong-pack", "made_at": slip["made_at"]}])
    at("setting aside")
    till.sends("needs_a_look", sales=[{**sale, "paid": 1}])
    at("closing")
    till.fills("/stall/close", note_50000="1", note_100=str(int(str(sale["paid"])) // 100))


def be_paid_by_a_code(chat: Customer, stage: Stage, at: Callable[[str], None]) -> None:
    """Razorpay's codes at a stall: one says that it was paid, one is confirmed by hand and paid in its last second; the
    first sale is taken back, and its money goes back; one that nobody wants is closed with the shift."""
    till = PatientTill(stage)
    till.fills("/stall/open", usual="50000")
    at("asking")
    first = till.asks_for_a_code()
    at("paying")
    till.is_scanned(first)
    till.code_becomes(first, {"paid"})
    at("selling")
    till.sends(sales=[till.sale(first, "upi")])
    at("asking again")
    second = till.asks_for_a_code()
    at("confirming by hand")
    till.sends(sales=[till.sale(second, "upi")])
    till.waits(STATUS, "closed", uid=second)
    at("paying late")
    till.is_scanned(second, force=True)
    till.waits("SELECT count(*) FROM stall_qrs WHERE sale_id IS NOT NULL", 2)
    at("taking back")
    till.sends(voids=[{"sale": first, "reason": "wrong-pack", "made_at": "2026-05-01T10:01:00Z"}])
    till.waits("SELECT min(status) FROM refunds", "processed")
    at("asking once more")
    third = till.asks_for_a_code()
    at("closing")
    till.fills("/stall/close", note_50000="1")
    till.waits(STATUS, "closed", uid=third)


# The points that each stage passes.
AT_A_STALL = {
    "bringing": {Checkpoint.FRUIT_BROUGHT},
    "opening": {Checkpoint.SHIFT_OPENED},
    "selling": {Checkpoint.STALL_SOLD},
    "taking back": {Checkpoint.SALE_VOIDED},
    "closing": {Checkpoint.SHIFT_CLOSED, Checkpoint.FRUIT_BROUGHT},
}
