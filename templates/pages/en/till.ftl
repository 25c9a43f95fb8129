### The till without a connection.

till-discard = Discard
till-all-sales = All sales of this shift
till-held = Not yet: { $count } waiting to be sent. Stay near the net until the bar says that everything is sent.
till-basket = A sale is not paid yet. Finish it, or discard it.
till-unreached = There is no connection. Selling goes on here; this page opens once the shop can be reached.
till-look-title = Needs a look
till-look-text = These were not taken over as they are. The office looks at them; nothing is lost.
