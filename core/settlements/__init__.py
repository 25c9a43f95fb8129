"""What Razorpay paid out to our bank, by its own report, beside what we know of each payment and refund.

    reading.py  a report as a file, read line by line
    actions.py  `keep_report`: each of its lines once
    tables.py   the lines

Nothing is posted from it: the report is a second witness, and what the two say differently is for a human.
"""
