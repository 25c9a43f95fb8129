"""The worker's two verbs for money. Many threads and processes may run them at once; kill -9 anywhere is harmless."""

from core.checkpoints import Checkpoint, reach
from core.db import in_transaction
from core.outbox.tables import OutboxKind
from core.payments.gateway import Gateway
from core.payments.link_calls import cancel_link, create_link
from core.payments.overdue_holds import end_an_overdue_hold
from core.payments.provider_calls import claim_call
from core.payments.reconciling import reconcile_link, reconcile_refund
from core.payments.refund_calls import make_refund

CALLS = {
    OutboxKind.CREATE_LINK: create_link,
    OutboxKind.CANCEL_LINK: cancel_link,
    OutboxKind.REFUND: make_refund,
}


def run_next_call(gateway: Gateway) -> bool:
    """Make one call to Razorpay that is due: lease it, call outside of any transaction, store the result.

    False when no call is due.
    """
    call = in_transaction(claim_call)
    if call is None:
        return False
    reach(Checkpoint.CALL_CLAIMED)
    CALLS[call.kind](gateway, call)
    return True


def reconcile_next(gateway: Gateway) -> bool:
    """Ask Razorpay about one link or refund whose look is due, and settle. False when none is due."""
    return reconcile_link(gateway) or reconcile_refund(gateway) or in_transaction(end_an_overdue_hold)
