"""The founder's sign-in of the demo shop: made once, kept beside its data, said at every start."""

from __future__ import annotations

from core.clock import read_now
from core.credentials.signing import find_candidate, set_sign_in
from core.db import transaction
from core.ids import new_login_word
from core.settings import Settings
from jamango.demo.seed import FOUNDER

KEPT = "office-password"


def founder_sign_in(settings: Settings) -> tuple[str, str]:
    """Her phone and her password, which opens nothing but this made-up shop on this machine."""
    path = settings.data_dir / KEPT
    if not path.exists():
        word = new_login_word().lower()
        path.write_text(f"mango-{word[:4]}-{word[4:]}\n", encoding="utf-8")
        path.chmod(0o600)
    password = path.read_text(encoding="utf-8").strip()
    with transaction() as session:
        founder = find_candidate(session, FOUNDER)
        if founder is not None and founder.password_hash is None:
            set_sign_in(session, founder.staff_id, password=password, email=None, now=read_now(session))
    return f"+{FOUNDER}", password
