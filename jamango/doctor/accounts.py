"""The accounts at Meta and Razorpay: do the keys open them, and are they set up for this shop? Only free questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from bot.failures import SendFailed
from bot.forms import IN_TROUBLE
from bot.forms import status as form_status
from bot.templates import APPROVED, status
from bot.whatsapp_api import WhatsAppApi
from core.clock import read_now
from core.db import transaction
from core.logins.code_rules import are_worth_it
from core.logins.codes import TEMPLATE as CODE_TEMPLATE
from core.logins.codes import completion
from core.outbox.queries import template_is_approved
from core.outside import BIGINT_MOST, as_integer, as_object
from core.payments.gateway import PaymentFacts, RazorpayError, RazorpayRefused
from core.payments.gateway_razorpay import RazorpayGateway
from core.payments.rules import CUSTOMER_BEARS
from core.settings import Settings
from jamango.doctor.findings import Finding

NEEDED_SCOPES = {"whatsapp_business_management", "whatsapp_business_messaging"}
PERMANENT_ACCESS = "Make a permanent one of a system user with both permissions for JAMANGO_WHATSAPP_ACCESS_TOKEN."
UNUSED_REFERENCE = "jamango-doctor"
UNUSED_QR = "qr_Jamangodoctor1"
NOT_GRANTED = "requested url was not found"
NO_CODES = Finding("Razorpay QR", "off: at stalls the keeper sees for himself that the plain code was paid.")
WHO_MAY_SEND_CODES = (
    "It takes a verified business with a limit of 2,000 people a day; else set JAMANGO_LOGIN_CODES_A_DAY=0."
)
SUBSCRIBE = "Subscribe the app to the account: Meta's app dashboard, WhatsApp, Configuration, Webhook fields."


class Inspector(WhatsAppApi):
    """The same connection, asking free questions about the account."""

    def read(self, path: str) -> dict[str, Any]:
        """GET a path below the version. Raises SendFailed."""
        return self._get(f"{self._root}/{path}")


def check_whatsapp(settings: Settings) -> list[Finding]:
    """Token, number and webhook subscription, as Meta tells them."""
    missing = _missing(
        JAMANGO_WHATSAPP_ACCESS_TOKEN=settings.whatsapp_access_token.get_secret_value(),
        JAMANGO_WHATSAPP_APP_SECRET=settings.whatsapp_app_secret.get_secret_value(),
        JAMANGO_WHATSAPP_VERIFY_TOKEN=settings.whatsapp_verify_token.get_secret_value(),
        JAMANGO_WHATSAPP_PHONE_NUMBER_ID=settings.whatsapp_phone_number_id,
        JAMANGO_WHATSAPP_BUSINESS_ACCOUNT_ID=settings.whatsapp_business_account_id,
        JAMANGO_WHATSAPP_PHONE_NUMBER=settings.whatsapp_phone_number,
    )
    if missing:
        return [Finding("WhatsApp", "is not set up.", f"Set {missing}; .env.example says where they are found.")]
    api = Inspector(settings)
    try:
        return [*_token(api, settings), _number(api, settings), _subscription(api, settings)]
    finally:
        api.close()


def check_templates(settings: Settings) -> list[Finding]:
    """Meta has approved every template, so that order messages reach people after 24 hours too."""
    if not settings.whatsapp_access_token.get_secret_value():
        return []  # said by check_whatsapp
    try:
        report = status(settings)
    except SendFailed as failed:
        return [Finding("Templates", _why(failed), "Mend the WhatsApp lines above first.")]
    lines = [line for line in report.lines if line.name != CODE_TEMPLATE]
    waiting = [f"{line.name} ({line.language}, {line.status.lower()})" for line in lines if line.status != APPROVED]
    if waiting:
        mend = "Run `jamango templates push`, or wait for Meta's review."
        return [Finding("Templates", f"not approved: {', '.join(waiting)}.", mend)]
    return [Finding("Templates", f"all {len(lines)} are approved.")]


def check_login_codes(settings: Settings) -> list[Finding]:
    """Whether six-digit codes can be sent to sign in; without them customers send us a word, which is no fault."""
    if not settings.whatsapp_access_token.get_secret_value():
        return []  # said by check_whatsapp
    a_day = settings.login_codes_a_day
    if not a_day:
        return [Finding("Login codes", "none are offered (JAMANGO_LOGIN_CODES_A_DAY is 0); customers send us a word.")]
    with transaction() as session:
        is_approved = template_is_approved(session, CODE_TEMPLATE)
        asked, used = completion(session, read_now(session))
    if not is_approved:
        said = "Meta has not approved the template login_code; customers sign in by a word until then."
        return [Finding("Login codes", said, f"Run `jamango templates push`. {WHO_MAY_SEND_CODES}")]
    if not are_worth_it(asked, used):
        said = f"only {used} of the last {asked} were used: none are sent for now, customers sign in by a word."
        return [Finding("Login codes", said)]
    return [Finding("Login codes", f"offered, at most {a_day} a day.")]


def check_forms(settings: Settings) -> list[Finding]:
    """Whether the forms of the chat are published. A shop without them works by taps, so that alone is no fault."""
    if not settings.whatsapp_access_token.get_secret_value():
        return []  # said by check_whatsapp
    try:
        lines = form_status(settings)
    except SendFailed:
        return []  # said by check_templates
    waiting = [f"{line.name} ({line.status.lower()})" for line in lines if not line.is_ready]
    stopped = [line for line in lines if line.status in IN_TROUBLE]
    if not waiting:
        return [Finding("Forms", f"{', '.join(line.name for line in lines)}: published.")]
    said = f"not published: {', '.join(waiting)}; customers order by taps and words."
    if stopped:
        return [Finding("Forms", said, "Look at Account tools, Flows, in the WhatsApp Manager.")]
    return [Finding("Forms", f"{said} `jamango flows push` offers them the form too.")]


def check_razorpay(settings: Settings) -> list[Finding]:
    """The keys open the account, and are live ones in production."""
    missing = _missing(
        JAMANGO_RAZORPAY_KEY_ID=settings.razorpay_key_id,
        JAMANGO_RAZORPAY_KEY_SECRET=settings.razorpay_key_secret.get_secret_value(),
        JAMANGO_RAZORPAY_WEBHOOK_SECRETS=",".join(
            each.get_secret_value() for each in settings.razorpay_webhook_secrets
        ),
    )
    if missing:
        return [Finding("Razorpay", "is not set up.", f"Set {missing}; .env.example says where they are found.")]
    if not settings.is_development and settings.razorpay_key_id.startswith("rzp_test_"):
        return [Finding("Razorpay", "the keys are for tests: nobody would pay real money.", "Use the live keys.")]
    gateway = RazorpayGateway(settings)
    try:
        gateway.find_link(UNUSED_REFERENCE)
        payments = gateway.recent_payments()
        codes = _try_codes(gateway) if settings.razorpay_qr else [NO_CODES]
    except RazorpayRefused as refused:
        mend = "Make new keys in the dashboard and set JAMANGO_RAZORPAY_KEY_ID and JAMANGO_RAZORPAY_KEY_SECRET."
        return [Finding("Razorpay", f"refuses us ({refused.http_status} {refused.description}).", mend)]
    except RazorpayError as error:
        return [Finding("Razorpay", f"does not answer ({error}).", "Look at status.razorpay.com and the network here.")]
    finally:
        gateway.close()
    return [Finding("Razorpay", "the keys open the account."), *codes, *_find_differing_sums(payments)]


def _try_codes(gateway: RazorpayGateway) -> list[Finding]:
    """Whether the account may make QR codes: one that nobody has is answered otherwise than the feature."""
    try:
        gateway.fetch_qr(UNUSED_QR)
    except RazorpayRefused as refused:
        if NOT_GRANTED in refused.description.lower():
            mend = "Ask Razorpay's support for QR codes, or set JAMANGO_RAZORPAY_QR=false."
            return [Finding("Razorpay QR", "is switched on here, and Razorpay has not granted it.", mend)]
    return [Finding("Razorpay QR", "stalls show codes that say by themselves that they were paid.")]


def _find_differing_sums(payments: Sequence[PaymentFacts]) -> list[Finding]:
    """Settings by which customers pay another sum than we say; Razorpay tells them of each payment only."""
    findings = []
    fees = [payment.payment_id for payment in payments if payment.fee_bearer == CUSTOMER_BEARS]
    if fees:
        said = f"customers pay its fee on top of what we ask ({fees[0]}); their orders are confirmed all the same."
        findings.append(Finding("Razorpay fees", said, "Let the business bear the fee: ask Razorpay's support."))
    offers = [payment.payment_id for payment in payments if payment.offer_id]
    if offers:
        said = f"an offer takes something off what we ask ({offers[0]}); such orders are confirmed for less."
        findings.append(Finding("Razorpay offers", said, "End it in the dashboard under Offers, unless you want it."))
    return findings


def _token(api: Inspector, settings: Settings) -> list[Finding]:
    """What the token may do and until when; nothing when Meta does not say, for then the next line tells why."""
    token = quote(settings.whatsapp_access_token.get_secret_value(), safe="")
    try:
        facts = as_object(api.read(f"debug_token?input_token={token}"), "data")
    except SendFailed:
        return []
    scopes = facts.get("scopes")
    lacking = sorted(NEEDED_SCOPES - set(scopes if isinstance(scopes, list) else []))
    if lacking:
        return [Finding("WhatsApp token", f"it lacks {', '.join(lacking)}.", PERMANENT_ACCESS)]
    ends = as_integer(facts, "expires_at", BIGINT_MOST)
    if ends:
        day = datetime.fromtimestamp(ends, UTC).date()
        return [Finding("WhatsApp token", f"it ends on {day}, and then no message goes out.", PERMANENT_ACCESS)]
    return [Finding("WhatsApp token", "it has the permissions and does not end.")]


def _number(api: Inspector, settings: Settings) -> Finding:
    path = f"{settings.whatsapp_phone_number_id}?fields=display_phone_number,verified_name,quality_rating"
    try:
        number = api.read(path)
    except SendFailed as failed:
        return Finding(
            "WhatsApp number", _why(failed), f"Compare JAMANGO_WHATSAPP_PHONE_NUMBER_ID, or: {PERMANENT_ACCESS}"
        )
    shown = _digits(str(number.get("display_phone_number", "")))
    name, quality = number.get("verified_name", "?"), number.get("quality_rating", "?")
    sentence = f"it speaks as {name!r}, +{shown}, quality {quality}."
    if shown != _digits(settings.whatsapp_phone_number):
        return Finding("WhatsApp number", sentence, f"JAMANGO_WHATSAPP_PHONE_NUMBER should be {shown}.")
    return Finding("WhatsApp number", sentence)


def _subscription(api: Inspector, settings: Settings) -> Finding:
    try:
        apps: list[Any] = api.read(f"{settings.whatsapp_business_account_id}/subscribed_apps").get("data", [])
    except SendFailed as failed:
        return Finding("WhatsApp webhook", _why(failed), "Compare JAMANGO_WHATSAPP_BUSINESS_ACCOUNT_ID.")
    if not apps:
        return Finding("WhatsApp webhook", "no app is subscribed: messages would never reach us.", SUBSCRIBE)
    return Finding("WhatsApp webhook", "an app is subscribed to the account.")


def _missing(**values: str) -> str:
    """The names without a value, as one would list them."""
    return ", ".join(name for name, value in values.items() if not value)


def _why(failed: SendFailed) -> str:
    return f"Meta says: {failed.detail} ({failed.code or failed.http_status or 'no answer'})."


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())
