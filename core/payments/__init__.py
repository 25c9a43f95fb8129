"""Money for orders: links we ask by, payments that come, refunds that go back. A webhook only says "look".

    decide    rules.py           `judge` says what a payment means, and when Razorpay is asked again
              lifecycle.py       how links, payments and refunds move
    ask       actions.py         pay online, pay cash, cancel with the exact refund, end a hold
              changing.py        an order becomes another, and its money is put right
              link_cancelling.py a link is withdrawn
              refunds.py         reserve, order, follow and adopt refunds
              refunding.py       what staff give back: an amount, or some lines
              parked.py          what the founder decides about money that no order could use
    learn     webhook_events.py  what an event names → a look that is due now
              reconciling.py     a look: Razorpay is asked for the truth of a link or refund
              settling.py        the truth about one link is taken over, in one transaction
              webhook_watch.py   whether webhooks still come
    call      provider_calls.py  outbox rows that are calls: leased, finished, put back
              link_calls.py      links made and cancelled;  refund_calls.py  refunds made
              pace.py            nobody asks for a while after a 429;  overdue_holds.py  holds that end meanwhile
    outside   gateway.py         what is asked and answered, as values; gateway_razorpay.py is the only caller of
                                 Razorpay, gateway_reading.py reads its answers
    keep      tables.py          links, payments, refunds;  moves.py  the only writer of what they are
              locks.py           after the order's lock;  postings.py  what goes to `core/ledger`
              notices.py         what the customer and the founder hear

`runner.py` has the worker's two verbs: make the next call, reconcile the next link or refund.
"""
