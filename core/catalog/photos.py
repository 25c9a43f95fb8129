"""What is shown of a variety: a picture of ours when one was chosen, else a drawing. No database here."""

DRAWING = "alphonso"  # of a variety that has neither
# The address of the JPEG of a chosen picture (`core.media.queries.jpeg_path` makes it), or the name of a drawing; of a
# row `p` of products.
PHOTO = f"""
    coalesce((SELECT '/media/' || m.digest || '-' || least(m.width, 1280) || '.jpg' FROM pictures m
               WHERE m.id = p.picture_id), nullif(p.photo, ''), '{DRAWING}') AS photo"""  # noqa: S608 - our own SQL


def is_picture(photo: str) -> bool:
    """Whether it is an address, and no name of a drawing."""
    return photo.startswith("/")
