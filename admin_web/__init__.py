"""The doors of staff.

area.py     the office as a door of pages: its cookie, and what frames its pages
guard.py    who may ask for a page; no route of the office is without one
menu.py     every page that the menu leads to, in one table
frame.py    what every template of the office is given
devices.py  browsers on which somebody has signed in before
doors.py    all pages together
lists.py    rows of a list;  files.py  the same as CSV and XLSX;  papers.py  what is printed
office/     the pages, a file each (docs/adding-a-panel-page.md)
"""
