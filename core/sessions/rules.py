"""What is kept of a browser's secret. Pure."""

import hashlib


def hash_token(token: str) -> str:
    """SHA-256 in hex: the secret has 256 bits of its own, so nothing slower is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
