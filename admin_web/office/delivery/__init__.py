"""Who brings what: windows and their orders, riders by one click or by hand, routes and boxes, cash that comes back.

overview.py   windows, runs and differences in cash
window.py     the orders of one window: shared out, ticked ones given to a rider, postponed
routes.py     the same by routes: stops are dragged, or moved by buttons
run.py        one rider's run: begun, ended, counted; photos of its doors
link.py       the link of his page, sent once more
sheets.py     what is printed of runs
words.py      what all of them say alike
"""
