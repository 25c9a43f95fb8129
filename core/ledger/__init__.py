"""Where every paisa stands: double entry over named accounts, for whatever moves money.

    rules.py    the accounts, who may hold one, and what makes a posting sound
    actions.py  `post`: one posting with all its entries, in one statement
    queries.py  balances, by account and by holder, and what was posted for an order
    tables.py   postings and their entries, which only grow

It knows no payment, run or till: who moves money posts here, in the transaction that moves it.
"""
