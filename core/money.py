"""Money is whole paise. Only this file turns it into something people read."""

PAISE_PER_RUPEE = 100


def format_rupees(paise: int) -> str:
    """`12345600` as `₹1,23,456`; paise are shown only when there are any (`₹99.50`).

    Lakh grouping in every language; done here because Babel 2.18 groups Marathi, Kannada and Malayalam by thousands.
    """
    sign = "-" if paise < 0 else ""
    rupees, rest = divmod(abs(paise), PAISE_PER_RUPEE)
    return f"{sign}₹{_group(str(rupees))}" + (f".{rest:02d}" if rest else "")


def _group(digits: str) -> str:
    if len(digits) <= 3:
        return digits
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(end - 2, 0) : end] for end in range(len(head), 0, -2)]
    return ",".join([*reversed(pairs), tail])
