"""What is shown of somebody to whoever holds a link: enough to know it again, not enough to find them. Pure."""


def mask_home(line: str) -> str:
    """`B-1203` as `B-••••`: letters of one as they are, digits never."""
    return "".join("•" if letter.isdigit() else letter for letter in line)


def mask_phone(phone: str) -> str:
    """Digits with their country as `+91 98xxx xxx10`."""
    return f"+{phone[:2]} {phone[2:4]}xxx xxx{phone[-2:]}" if len(phone) > 8 else "xxx"
