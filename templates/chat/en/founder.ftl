### The founder's chat.

founder-help = Alerts and customers' words arrive here. To answer a customer, *reply to that very message* (swipe it): your words go to them, and the bot stays silent there until you hand the chat back.

    { "*" }waiting* – who is waiting for you
    { "*" }today* – orders, money, windows, what runs low
    { "*" }orders palm grove* · *order 7KQ3*
    { "*" }stock hapus +40 dozen* (also − and =) · *sold out langra*
    { "*" }rate kesar 900*
    { "*" }band tomorrow morning* · *open …* · *rain tomorrow morning*
    { "*" }riders* – share the next window out · *riders tomorrow morning*
    { "*" }refund 7KQ3* · *undo*
founder-waiting-button = Who is waiting
founder-waiting-list-button = Waiting
founder-waiting = { $count ->
    [one] One customer is waiting for you.
   *[other] { $count } customers are waiting for you.
}
founder-waiting-line = { $phone } · answered, bot back at { $until }
founder-nobody-waits = Nobody is waiting for you.
founder-customer = *{ $name }* is waiting. Reply to this message to answer.
founder-hand-back-button = Hand back
founder-sent = Sent to *{ $name }*.
founder-handed-back = *{ $name }* is back with the bot.
founder-not-waiting = *{ $name }* was not waiting any more.
founder-only-text = I can only pass on text at the moment. Please type it.
founder-other-staff = Hello { $name }! There is nothing for you to do in this chat.
founder-whom = { $count ->
    [one] “{ $words }” was not a reply to anybody, so it is with nobody yet. One customer is waiting: shall I send it?
   *[other] “{ $words }” was not a reply to anybody, so it is with nobody yet. Whom shall I send it to?
}
founder-send-to-button = Send to { $name }
founder-draft-gone = Those words are gone by now, so nothing was sent. Please type them again.
founder-waiting-since = { $phone } · waiting since { $since }

## Instructions

founder-unread = I did nothing with “{ $words }”: I could not read { $unread }. Say it in fewer words, one thing at a time.
founder-yes-button = Yes, do it
founder-leave-button = Leave it
founder-choose-button = Choose
founder-left = Left as it was.
founder-gone = That was done already, or something else came since. Nothing was done now; type it again.
founder-which-variety = Which mango is that for? Name one variety, such as *stock kesar +10 dozen*.
founder-how-much = How much { $name }? Say it with a number, such as *+40 dozen*; a pack must be one that is sold.
founder-add-or-set = { $name }: did { $amount } come on top, or is that all there is?
founder-sure-stock = { $name }: from { $before } down to { $after }, more than half is gone. Is that right?
founder-sure-sold-out = { $name } sold out: { $free } that nobody ordered come off the books. Orders keep theirs.
founder-sold-out-already = Nothing of { $name } is free to sell already.
founder-stock-changed = { "*" }{ $name }*: { $sign }{ $amount }
    { $before } → { $after }, of which { $free } are free to sell.
founder-stock-line = { $low ->
    [yes] ⚠️ { "*" }{ $name }*: { $free } free of { $on_hand }
   *[no] { "*" }{ $name }*: { $free } free of { $on_hand }
}
founder-no-fruit = There is no fruit in the books yet.
founder-no-packs = That mango has no pack yet, so it has no price. Add one on the Products page.
founder-price-line = { $pack } { $price }
founder-rates = { "*" }{ $name }*
    { $lines }
founder-which-pack = { $price } for which pack of { $name }?
founder-sure-rate = { $name }, { $pack }: { $price } instead of { $before }, a big step. Is that right?
founder-rate-set = { "*" }{ $name }, { $pack }*: { $price }, was { $before }.{ $others ->
    [yes] { " " }As before: { $kept }.
   *[no] { "" }
}
founder-which-window = Which window? Say the day and the time, such as *band tomorrow morning*, and the zone if it is only one.
founder-no-window = I found no window at that time in the coming two weeks.
founder-window-line = { $window } · { $zone }{ $orders ->
    [0] { "" }
    [one] { " " }· 1 order
   *[other] { " " }· { $orders } orders
}
founder-closed-already = That is closed already:
    { $windows }
founder-open-already = That is open already:
    { $windows }
founder-closed = { "*" }Closed*, no new orders:
    { $windows }
    { $orders ->
        [0] Nobody had ordered for it.
        [one] One order stays. To move or refund it, say *rain* with the same time.
       *[other] { $orders } orders stay. To move or refund them, say *rain* with the same time.
    }
founder-opened = { "*" }Open again*:
    { $windows }
founder-sure-rain = 🌧 No delivery here:
    { $windows }
    { $orders ->
        [0] Nobody has ordered for it. Close it?
        [one] Ask the one customer what they want, move the order into the next free window, or cancel it and send the money back? They are told at once.
       *[other] Ask everybody what they want, move all { $orders } orders into the next free window, or cancel them and send the money back? Everybody is told at once.
    }
founder-close-button = Close it
founder-ask-all-button = Ask everybody
founder-move-all-button = Move all
founder-refund-all-button = Refund all
founder-cleared = { "*" }Closed*:
    { $windows }
    { $remedy ->
        [move] { $done } moved and told{ $refused ->
            [0] .
           *[other] , { $refused } not:
        }
       *[refund] { $done } cancelled, told and refunded{ $refused ->
            [0] .
           *[other] , { $refused } not:
        }
    }{ $left ->
        [0] { "" }
       *[other] { " " }{ $left } more are left: say it again.
    }
founder-postponed = { "*" }Closed*:
    { $windows }
    { $asked ->
        [one] One customer is
       *[other] { $asked } customers are
    } asked: another time, or the money back.{ $ended ->
        [0] { "" }
       *[other] { " " }{ $ended } unpaid ended.
    }{ $runs ->
        [0] { "" }
       *[other] { " " }Riders know it.
    }
founder-nothing-to-bring = Nothing is to be brought then.
founder-no-riders = Nobody can be given a run.{ $over ->
    [0] { " " }Take a rider on under Staff.
   *[other] { " " }Count their cash first: { $names }.
}
founder-sure-runs = 🛵 { $loose ->
    [one] One order has no rider.
   *[other] { $loose } orders have no rider.
}
    { $windows }
    Share the window out evenly among { $riders }? What is on its way stays where it is.{ $over ->
        [0] { "" }
       *[other] { " " }Left out, their cash is to be counted first: { $names }.
    }
founder-share-button = Share out
founder-runs = 🛵 All have a rider:
    { $lines }
founder-shared-out = 🛵 { "*" }Shared out.* Riders hear of it two hours before.
    { $lines }
founder-run-line = { "*" }{ $rider }* · { $window }: { $done ->
    [0] { $stops ->
        [one] one stop
       *[other] { $stops } stops
    }
   *[other] { $done } of { $stops } stops done
}, { $collect } to collect
founder-refused-line = { $code }: { $why }
founder-which-order = Which order? Write its code, or the first letters of it: *order 7KQ3*.
founder-no-such-order = There is no order whose code begins with { $code }.{ $codes ->
   *[any] { "" }
}
founder-several-orders = Several orders begin with { $code }: { $codes }.
founder-sure-cancel = { $here ->
    [yes] Cancel order { $code } of { $name } and send { $amount } back?
   *[no] Nothing was paid online for order { $code } of { $name }, so nothing goes back. Cancel it?
}
founder-sure-refund = Send { $amount } of the { $held } that were paid for order { $code } of { $name } back? The order stays as it is.
founder-nothing-to-refund = Order { $code } of { $name } holds { $held } that were paid online; so much at most can go back.
founder-cancelled = { $here ->
    [yes] Order { $code } is cancelled, { $amount } go back. The customer is told.
   *[no] Order { $code } is cancelled. The customer is told.
}
founder-refunded = { $amount } of order { $code } are on their way back. The customer hears when it is done.
founder-day = { "*" }{ $day }*: { $orders ->
    [0] no orders yet
    [one] 1 order, { $total }
   *[other] { $orders } orders, { $total }
}{ $unpaid ->
    [0] { "" }
   *[other] , { $unpaid } not paid yet
}
founder-day-window = { $window } · { $zone }: { $orders ->
    [0] no orders
    [one] 1 order
   *[other] { $orders } orders
}, { $packed } packed, { $due } to collect · { $open ->
    [yes] { $left } places left
   *[no] closed
}
founder-no-windows = No windows on that day.
founder-low = ⚠️ Low:
    { $fruit }
founder-orders = { $orders ->
    [one] One order is still to be done.
   *[other] { $orders } orders are still to be done, the first { $shown } are here.
}
founder-orders-button = Orders
founder-no-orders = No order like that is still to be done.
founder-order-status = { $status ->
    [awaiting_payment] not paid yet
    [confirmed] confirmed
    [packed] packed
    [out_for_delivery] on its way
    [delivered] delivered
    [delivery_failed] came back
    [expired] expired
   *[cancelled] cancelled
}
founder-order = { "*" }Order { $code }*: { $status }
    { $name } · { $home }, { $apartment }
    { $slot }
    { $lines }
    Total { $total }{ $paid ->
        [yes] , paid
       *[no] , { $due } to collect
    }{ $has_note ->
        [yes] { " " }· Note: { $note }
       *[no] { $note }
    }
founder-undo-button = Undo
founder-undone = Taken back: { $kind ->
    [stock] the stock is what it was.
    [price] the price is what it was.
   *[windows] the windows are as they were.
}
