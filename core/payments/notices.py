"""What the customer, and where needed the founder, hears about money: values free of language, once for each matter."""

from typing import Any

from sqlmodel import Session

from core.alerts.actions import raise_alert
from core.money import RUPEES
from core.orders.actions import cash_refusal
from core.orders.lifecycle import OrderStatus
from core.orders.queries import apartment_of, items_of
from core.orders.tables import Order
from core.orders.telling import tell_customer
from core.payments.lifecycle import LinkKind
from core.payments.rules import Verdict
from core.payments.tables import Payment, PaymentLink, Refund
from core.slots.tables import DeliverySlot


def notify_link(session: Session, order: Order, link: PaymentLink) -> None:
    """The link to pay by: for an order that is kept until then, or for what is due at the door of one that stands.
    It tells what it is for, because who ordered in one go has seen no summary.

    What Checkout opens is no news: the page that opens it is waiting for it.
    """
    if link.kind is LinkKind.CHECKOUT:
        return
    if order.status is not OrderStatus.AWAITING_PAYMENT:
        values = {"code": order.code, "url": link.short_url, "total_paise": link.amount_paise}
        values |= {"expires_at": link.expires_at.isoformat()}
        tell_customer(session, order, "prepay-here", values, dedupe_key=f"pay-here:{link.id}")
        return
    values = {
        "code": order.code,
        "url": link.short_url,
        "total_paise": link.amount_paise,
        "held_until": order.promised_until.isoformat(),
        **_what_comes(session, order),
    }
    tell_customer(session, order, "pay-here", values, dedupe_key=f"pay-here:{link.id}")


def notify_link_failed(session: Session, order: Order, link: PaymentLink) -> None:
    """No link can be made; another try remains, and cash where the shop takes it."""
    values = {"code": order.code, "online_only": _is_online_only(session, order)}
    tell_customer(session, order, "payment-link-failed", values, dedupe_key=f"payment-link-failed:{link.id}")


def notify_link_cancelled(session: Session, order: Order, link: PaymentLink) -> None:
    """Somebody cancelled the link at Razorpay while the order waits: another can be made (fault F123)."""
    values = {
        "code": order.code,
        "held_until": order.promised_until.isoformat(),
        "online_only": _is_online_only(session, order),
    }
    tell_customer(session, order, "payment-link-cancelled", values, dedupe_key=f"payment-link-cancelled:{link.id}")
    raise_alert(session, "link-cancelled", f"order:{order.id}", order=order.code)


def notify_prepaid(session: Session, order: Order, payment: Payment) -> None:
    """What was to be paid at the door is paid."""
    values = {"code": order.code, "amount_paise": payment.amount_paise, "due_paise": order.due_paise}
    tell_customer(session, order, "order-prepaid", values, dedupe_key=f"order-prepaid:{payment.id}")


def notify_late_confirmed(session: Session, order: Order, payment: Payment) -> None:
    """The money came after the hold had ended, and the fruit was still there."""
    values = {"code": order.code, "amount_paise": payment.amount_paise, **_what_comes(session, order)}
    tell_customer(session, order, "payment-late-confirmed", values, dedupe_key=f"payment-late-confirmed:{payment.id}")


def _what_comes(session: Session, order: Order) -> dict[str, Any]:
    """The fruit of an order, where it goes and when."""
    slot = session.get_one(DeliverySlot, order.slot_id)
    return {
        "items": [{"names": item.names, "labels": item.labels, "quantity": item.quantity}
                  for item in items_of(session, order.id)],
        "home": order.address["line"],
        "apartment": apartment_of(order),
        "starts_at": slot.starts_at.isoformat(),
        "ends_at": slot.ends_at.isoformat(),
    }  # fmt: skip


def notify_parked(session: Session, order: Order, payment: Payment) -> None:
    """Another sum or currency than asked: a human looks, and the customer knows that."""
    values = {
        "code": order.code,
        "amount": payment.amount_paise,
        "currency": payment.currency,
        "due_paise": order.due_paise,
    }
    tell_customer(session, order, "payment-parked", values, dedupe_key=f"payment:{payment.id}")
    details = {"order": order.code, "reason": payment.reason, "amount": payment.amount_paise}
    subject = payment.provider_payment_id
    raise_alert(session, "payment-parked", subject, currency=payment.currency, **details)


def notify_returned(session: Session, order: Order, payment: Payment, verdict: Verdict) -> None:
    """The money cannot be used for the order and goes back in full."""
    values: dict[str, Any] = {"code": order.code, "amount_paise": payment.amount_paise}
    if verdict is Verdict.REFUND_TWICE:
        tell_customer(session, order, "payment-twice-refunded", values, dedupe_key=f"payment:{payment.id}")
        return
    if verdict is Verdict.REFUND_CASH:
        tell_customer(session, order, "payment-cash-refunded", values, dedupe_key=f"payment:{payment.id}")
        return
    if verdict is Verdict.REFUND_CHANGED:
        tell_customer(session, order, "payment-changed-refunded", values, dedupe_key=f"payment:{payment.id}")
        return
    values["reason"] = verdict.value
    tell_customer(session, order, "payment-late-refunded", values, dedupe_key=f"payment:{payment.id}")
    details = {"order": order.code, "reason": verdict.value, "amount_paise": payment.amount_paise}
    raise_alert(session, "payment-late", payment.provider_payment_id, **details)


def notify_parked_returned(session: Session, order: Order, payment: Payment, amount: int) -> None:
    """The founder sends parked money back."""
    values = {"code": order.code, **_sum_of(amount, payment.currency)}
    tell_customer(session, order, "payment-returned", values, dedupe_key=f"payment-returned:{payment.id}")


def notify_refunded(session: Session, order: Order, payment: Payment, refund: Refund) -> None:
    """The money is on its way to the bank, with the number to ask for there."""
    values = {
        "code": order.code,
        "bank_reference": refund.bank_reference,
        **_sum_of(refund.amount_paise, payment.currency),
    }
    tell_customer(session, order, "refund-processed", values, dedupe_key=f"refund-processed:{refund.id}")


def _is_online_only(session: Session, order: Order) -> bool:
    """Whether it cannot be paid at the door; one that stands already can."""
    return order.status is OrderStatus.AWAITING_PAYMENT and cash_refusal(session, order.id) is not None


def _sum_of(amount: int, currency: str) -> dict[str, Any]:
    """Rupees as every notice has them; another currency in its smallest unit, with its name."""
    return {"amount_paise": amount} if currency == RUPEES else {"amount": amount, "currency": currency}
