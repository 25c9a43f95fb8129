"""What the doors for people share: how a page is asked for, answered and kept safe. No rule of the shop lives here.

visit.py      one request of a browser: who asks, in which language; how it is answered
frame.py      what every template is given
door.py       a router of pages: every unsafe request of it is counted, its origin and its form's token are checked
areas.py      the doors' names, frames and cookies
forms.py      forms as pydantic models; fields.py their kinds; applying.py a form that applies once
filters.py    a list's filters in the URL; paging.py its pages by keyset
errors.py     the page, or the line beside what was asked for, when something is refused or broken
live.py       the stream of what has changed
wording.py    `t()` from the catalogues in templates/pages; templates.py Jinja and built files; assets.py serving those
language.py   another language for the same page; speaking.py whose it is from then on
nearest.py    the page that belongs to an address which only takes forms
look.py       /dev/look: every piece of templates/shared on one page, in development
"""
