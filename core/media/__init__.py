"""Files that people see: pictures of ours in several sizes, and what customers sent by WhatsApp, kept apart from them.

`pictures.py` reads pictures and makes them anew, `store.py` keeps bytes in PostgreSQL or a folder, `actions.py` adds
our pictures, `attachments.py` follows customers' files from the webhook until they are forgotten, `queries.py` answers
doors, `links.py` makes the addresses of customers' files.
"""
