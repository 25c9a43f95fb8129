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
    [awaiting_payment] Waiting for your payment. We keep it until *{ $until }*. Once paid it comes *{ $slot }*.
    [confirmed] Confirmed. It comes *{ $slot }*.
    [packed] Packed. It comes *{ $slot }*.
    [out_for_delivery] On its way to you, *{ $slot }*.
    [delivered] Delivered. We hope you liked them!
    [delivery_failed] We could not hand it over. Shall we bring it again?
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
        [part] { " " }({ $prepaid } is paid, { $due } is to pay at the door)
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
my-orders-nothing-to-cancel = There is no order to cancel.
my-orders-only-a-cart = Nothing is ordered yet, so there is nothing to cancel. Write *remove everything* if you do not want these any more.
my-orders-stands = Nothing is cancelled: your order stands.
my-orders-really-cancel = { $several ->
    [yes] Cancel orders *{ $code }*?
   *[no] Cancel order *{ $code }*?
}{ $paid ->
    [yes] { " " }{ $refund } goes back the way you paid, in 5 to 7 working days.
   *[no] { " " }Nothing has been paid for it.
}
my-orders-yes-cancel-button = Yes, cancel
my-orders-keep-button = Keep it
my-orders-cancelled = { $several ->
    [yes] Orders *{ $code }* are cancelled.
   *[no] Order *{ $code }* is cancelled.
}{ $paid ->
    [yes] { " " }{ $refund } is on its way back to you; banks take 5 to 7 working days.
   *[no] { "" }
}

## Changing an order

my-orders-change-button = Change order
my-orders-which = { $wish ->
    [wants_cancel] Which order shall be cancelled?
    [prepays] What would you like to pay?
    [pays_at_door] What would you like to pay?
   *[other] Which order shall be changed?
}
my-orders-cart-row = Go on with my cart
my-orders-nothing-to-change = You have no order that is still to come, so there is nothing to change.
my-orders-what-to-change = What shall be different in order *{ $code }*? Until it is packed, everything can be.
my-orders-prepay-row = Pay online instead
my-orders-cash-after-all-row = Pay in cash after all
my-orders-which-window = When shall order *{ $code }* come instead?
my-orders-no-other-window = No other time has a place left at the moment, sorry.
my-orders-other-times-there = There we come at other times.
my-orders-which-fruit = Which mangoes of order *{ $code }* shall be more or less? You can also add another one.
my-orders-fruit-line = { $quantity } × { $pack }
my-orders-fruit-more = add { $pack } · { $price }
my-orders-fruit-stranger = We do not have that mango at the moment.
my-orders-fruit-not-there = That is not in this order.
my-orders-how-many = How many instead of { $fruit }?
my-orders-change-to = *Order { $code } would be:*
my-orders-change-slot = 🕗 *{ $slot }* instead of { $old_slot }
my-orders-change-home = 📍 *{ $home }, { $apartment }* instead of { $old_home }, { $old_apartment }
my-orders-change-note = { $noted ->
    [yes] 📝 { $note }
   *[no] 📝 no note
}
my-orders-change-same-total = The total stays { $total }.
my-orders-change-total = Delivery: { $fee }
    { "*" }Total: { $total }* (now { $old_total })
    { $kind ->
        [refund] { $refund } goes back to you, in 5 to 7 working days.
        [door] { $link ->
            [yes] { $due } to pay online; the payment link comes then.
           *[no] { $due } to pay at the door, or online: type *pay*.
        }
        [unpaid] { $link ->
            [yes] You get a new payment link; the old one ends.
           *[no] Nothing is paid yet.
        }
       *[paid] It is paid.
    }
my-orders-yes-change-button = Yes, change it
my-orders-keep-as-it-is-button = Keep it as it is
my-orders-nothing-changes = Order *{ $code }* is like that already.
my-orders-proposal-is-old = That was not changed: the order or its price is not what it was then. This is how it stands.
my-orders-changed = ✅ Order *{ $code }* is changed.
my-orders-changed-refund = { $refund } is on its way back to you; banks take 5 to 7 working days.
my-orders-changed-due = { $due } is to pay at the door. To pay it online, type *pay*.
my-orders-changed-link = { $renewed ->
    [yes] A new payment link for { $due } is coming; please do not use the old one.
   *[no] A payment link for { $due } is coming.
}
my-orders-noted = { $noted ->
    [yes] ✅ For the rider of order *{ $code }*: { $note }
   *[no] ✅ Order *{ $code }* has no note any more.
}
my-orders-link-is-out = Pay { $due } here: { $url }
my-orders-pays-at-door = ✅ { $due } is to pay at the door.

## An order that came back

my-orders-way = 🛵 { $rider } is bringing it: { $stops ->
    [0] you are the next stop.
    [one] one stop before you.
   *[other] { $stops } stops before you.
}{ $has_code ->
    [yes] { " " }Your code: *{ $code }*.
   *[no] { "" }
}
my-orders-decided = That order is decided about already. This is how it stands:
my-orders-when-anew = When shall we bring order *{ $code }* again?
my-orders-no-window-anew = No delivery time is open just now for order *{ $code }*. A person can help, or have it cancelled.
my-orders-comes-again = ✅ Order *{ $code }* comes again { $slot }.
my-orders-who-takes-it = Who takes order *{ $code }*? Tap, or write it, for example: flat 1204.
my-orders-keeper-neighbour-button = Neighbour
my-orders-keeper-security-button = Security
my-orders-left-with = ✅ We have told the rider. Order *{ $code }* is given there.
