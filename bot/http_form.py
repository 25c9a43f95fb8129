"""A form with a file in it, as the Graph API takes files (multipart/form-data)."""

from collections.abc import Mapping

from core.ids import new_token


def write_form(fields: Mapping[str, str], filename: str, mime_type: str, content: bytes) -> tuple[str, bytes]:
    """The content type and the body of a form with these fields and one `file`."""
    boundary = f"jamango-{new_token()}"
    parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    described = f'name="file"; filename="{_plain(filename)}"\r\nContent-Type: {_plain(mime_type)}\r\n\r\n'.encode()
    opened = f"--{boundary}\r\nContent-Disposition: form-data; ".encode()
    body = b"".join(opened + part + b"\r\n" for part in (*parts, described + content))
    return f"multipart/form-data; boundary={boundary}", body + f"--{boundary}--\r\n".encode()


def _plain(words: str) -> str:
    """Without what would end a quote or a line."""
    return "".join("_" if letter in '"\\' or not letter.isprintable() else letter for letter in words)
