"""Signatures of Meta and Razorpay: HMAC-SHA256 over the bytes as they came, compared in constant time."""

import hashlib
import hmac
import re
from collections.abc import Iterable

META_PREFIX = b"sha256="
DIGEST = re.compile(rb"[0-9a-f]{64}")  # SHA-256, as both write it


def is_signed_by_meta(body: bytes, header: bytes | None, secret: str) -> bool:
    """Whether `X-Hub-Signature-256` is Meta's for these bytes. An empty secret signs nothing."""
    if header is None or not header.startswith(META_PREFIX):
        return False
    return _matches(body, header.removeprefix(META_PREFIX), [secret])


def is_signed_by_razorpay(body: bytes, header: bytes | None, secrets: Iterable[str]) -> bool:
    """Whether `X-Razorpay-Signature` is Razorpay's, by any of the secrets (two are valid during a rotation)."""
    return header is not None and _matches(body, header, secrets)


def could_be_signed(header: bytes | None, prefix: bytes = b"") -> bool:
    """Whether a header has the shape of a signature; without one there is no use in reading the body."""
    return header is not None and header.startswith(prefix) and DIGEST.fullmatch(header, len(prefix)) is not None


def _matches(body: bytes, given: bytes, secrets: Iterable[str]) -> bool:
    # Bytes, not str: compare_digest raises TypeError for a str that is not ASCII. No early end either.
    verdicts = [
        hmac.compare_digest(hmac.new(secret.encode(), body, hashlib.sha256).hexdigest().encode(), given)
        for secret in secrets
        if secret
    ]
    return any(verdicts)
