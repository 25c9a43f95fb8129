### My orders: the list, one order, cancelling.

my-orders-list = Your orders:
my-orders-list-button = My orders
my-orders-none = You have no orders yet. Shall we change that? 🥭
my-orders-line = { $status ->
    [awaiting_payment] Not paid yet
    [confirmed] Confirmed
    [packed] Packed
    [out_for_delivery] On its way
    [delivered] Delivered
    [delivery_failed] We could not deliver
    [expired] Not paid in time
    [no_link] No payment link
    [money_here] We look at your payment
    [money_here_over] We look at your payment
   *[cancelled] Cancelled
} · { $day }
my-orders-status = { $status ->
    [awaiting_payment] Waiting for your payment. We keep it until *{ $until }*.
    [confirmed] Confirmed. It comes *{ $slot }*.
    [packed] Packed. It comes *{ $slot }*.
    [out_for_delivery] On its way to you, *{ $slot }*.
    [delivered] Delivered. We hope you liked them!
    [delivery_failed] We could not deliver it. Type *talk to us* and we find another time.
    [expired] It was not paid in time, so the mangoes went back on the shelf.
    [no_link] We could not make a payment link, so the mangoes went back on the shelf. Nothing was charged.
    [money_here] We have received { $parked } for it. A person is looking at it and will write to you here.
    [money_here_over] We have received { $parked } for it, and the mangoes went back on the shelf. A person is looking at it and will write to you here.
   *[cancelled] Cancelled.
}
my-orders-order = *Order { $code }*
    { $status }

    { $lines }
    Delivery: { $fee }
    { "*" }Total: { $total }*{ $method ->
        [online] { " " }(online)
        [cod] { " " }(cash on delivery)
       *[none] { "" }
    }
    📍 { $home }, { $apartment }{ $noted ->
        [yes] { "\u000A" }📝 { $note }
       *[no] { "" }
    }
my-orders-parked = ℹ️ We also have { $parked } from you that is not part of this order. A person is looking at it and will write to you here.
my-orders-money-owed = ℹ️ { $owed } of this order has not gone back to you yet. A person is seeing to it and will write to you here.
my-orders-parked-waits = We have received { $parked } for order *{ $code }*. A person is looking at it and will write to you here.

    You need not pay again. To have it back, cancel the order.
my-orders-money-back-button = Money back
my-orders-pay-button = Pay now
my-orders-again-button = Order again
my-orders-cancel-button = Cancel order
my-orders-move-button = Change address
my-orders-nothing-to-cancel = There is no order to cancel.
my-orders-really-cancel = Cancel order *{ $code }*?{ $paid ->
    [yes] { " " }{ $refund } goes back the way you paid, in 5 to 7 working days.
   *[no] { " " }Nothing has been paid for it.
}
my-orders-yes-cancel-button = Yes, cancel
my-orders-keep-button = Keep it
my-orders-cancelled = Order *{ $code }* is cancelled.{ $paid ->
    [yes] { " " }{ $refund } is on its way back to you; banks take 5 to 7 working days.
   *[no] { "" }
}
