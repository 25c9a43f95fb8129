"""What a UPI app reads off a QR code: our address, the sum, and our id of the sale (NPCI's linking specification)."""

from __future__ import annotations

from urllib.parse import quote

LONGEST_REFERENCE = 35
LONGEST_NOTE = 80


def upi_link(*, address: str, name: str, paise: int, note: str, reference: str) -> str:
    """`upi://pay?pa=…&pn=…&am=790.00&cu=INR&tn=…&tr=…`.

    The sum has two decimals and is made of whole paise, never of a float. Spaces are %20: some apps show a plus.
    It brings no confirmation; `reference` (letters and digits of the sale's id) is for matching the bank's statement.
    """
    plain = "".join(letter for letter in reference if letter.isalnum())[:LONGEST_REFERENCE]
    amount = f"{paise // 100}.{paise % 100:02d}"
    values = {"pa": address, "pn": name, "am": amount, "cu": "INR", "tn": note[:LONGEST_NOTE], "tr": plain}
    return "upi://pay?" + "&".join(f"{key}={quote(value, safe='@')}" for key, value in values.items())
