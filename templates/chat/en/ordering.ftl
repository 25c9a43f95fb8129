### Ordering mangoes. Labels: buttons 20 characters, rows 24, descriptions 72, footers 60.

## Menu

ordering-menu-first = Namaste{ $named ->
    [yes] { " " }{ $name }
   *[no] { "" }
}! 🥭 Ripe mangoes from { $shop }, brought to your door.

    { $promise }

    Have a look and pick one.
ordering-menu-again = What would you like today? 🥭

    { $promise }
ordering-menu-promise = Next delivery: *{ $slot }*
    { $charged ->
        [yes] Delivery { $fee }, free from { $free }.
       *[no] Delivery is free.
    }
ordering-menu-no-slot = The next delivery times are all taken. New ones open soon.
ordering-menu-empty = Every mango is sold for today. Write to us tomorrow, or ask us what comes next.
ordering-order-coming = Your order *{ $code }* comes *{ $slot }*.
ordering-menu-list-button = See mangoes
ordering-mangoes-section = In season now
ordering-elsewhere-section = More
ordering-more-mangoes-row = More mangoes
ordering-my-orders-row = My orders
ordering-help-row = Help & language
ordering-help-row-description = English · हिन्दी · Hinglish
ordering-privacy-footer = We use your number and address only to deliver.
ordering-variety-line = { $price } · { $pack } · { $ripeness }{ $scarce ->
    [yes] { " " }· { $left } left
   *[no] { "" }
}
ordering-variety-gone = Those have just sold out, sorry. Here is what we have.
ordering-nothing-to-repeat = { $ordered ->
    [yes] We cannot put your last order together today. Here is what we have.
   *[no] I find no earlier order of yours. Here is what we have.
}

## Variety

ordering-variety = *{ $name }*
    { $story }

    { $prices }

    Once delivered: { $ripeness }.{ $scarce ->
        [yes] { " " }Only { $left } × { $pack } left!
       *[no] { "" }
    }
    Tap a pack, or type how many.
ordering-pack-line = { $pack } — *{ $price }*
ordering-other-mangoes-button = Other mangoes
ordering-other-mangoes-row = Other mangoes
ordering-packs-list-button = Choose a pack
ordering-which-pack = *{ $name }*: { $count } of which? 🥭
ordering-no-such-pack = *{ $name }* comes in these packs. Which one?
ordering-counted-pack = { $count } × { $pack }

## Cart

ordering-cart = *Your cart*
    { $lines }
ordering-line-short = ⚠️ Only { $left } of { $name } left.
ordering-line-gone = { $name } is not on sale any more, so we took it out of your cart.
ordering-cart-fee = Delivery: { $fee }
ordering-cart-fee-later = Delivery: { $fee }, depending on your address
ordering-cart-total = *Total: { $total }*
ordering-cart-minimum = Add { $missing } more to reach our smallest order.
ordering-cart-free = Add { $missing } more and delivery is free.
ordering-cart-empty = Your cart is empty.
ordering-cart-emptied = Done, your cart is empty now.
ordering-undone = Taken back. This is how it was before:
ordering-nothing-to-undo = There is nothing of this cart to take back. An order that is placed can be changed or cancelled: type *my orders*.
ordering-already-in-cart = That is in your cart already. For more, type for example *make it 3*.
ordering-checkout-button = Checkout
ordering-add-more-button = Add more
ordering-change-button = Change
ordering-which-line = What shall we change?
ordering-lines-list-button = Your mangoes
ordering-line = { $pack } × { $quantity } · { $amount }
ordering-empty-cart-row = Empty the cart
ordering-how-many = Now: *{ $fruit }*.
    How many would you like? Choose, or type a number.
ordering-quantity-list-button = How many
ordering-remove-row = Take it out

## Where

ordering-where = Where shall we bring them? 🏡

    Type apartment and flat in one line, like *{ $example }*. You can also share your location, or choose from the list.
ordering-where-known = Which address? 🏡

    Choose from the list, or type another, like *{ $example }*.
ordering-where-nowhere = We do not deliver anywhere at the moment. Type *talk to us* and we will find a way.
ordering-apartments-list-button = Choose
ordering-which-apartment = { $said ->
    [yes] *{ $line }*: which apartment is it?
   *[no] Which one is yours?
}
ordering-outside = Sorry, we do not deliver there yet. We come to { $places }{ $more ->
    [yes] { " " }and { $rest } more
   *[no] { "" }
}.
ordering-flat = *{ $apartment }*. { $asked ->
    [flat] Which flat?
   *[both] Which tower and flat?
} For example *{ $example }*.
ordering-flat-form = *{ $apartment }*. Fill in { $asked ->
    [flat] your flat
   *[both] tower and flat
} below, or type it, like *{ $example }*.
ordering-which-tower = *{ $apartment }*{ $said ->
    [yes] , { $line }
   *[no] { "" }
}: which tower?
ordering-no-such-tower = There is no tower { $tower } at *{ $apartment }*.
ordering-towers-list-button = Towers
ordering-this-home = I read *{ $line }, { $apartment }*, but not the rest. Is that the home? What else the rider should know can go into a note later.
ordering-this-home-button = Yes, that is it
ordering-phone-which = { $count ->
    [one] May the rider call this number?
   *[other] That is more than one number. Which one may the rider call?
}
ordering-phone-odd = I could not read one phone number there, so nothing is noted.
ordering-phone-noted = The rider may call { $phone }.
ordering-move-where = Order *{ $code }* goes to *{ $home }, { $apartment }*. Until it is packed, it can go to another address.
ordering-nothing-to-move = No order is on its way and your cart is empty, so there is no address to change. We ask for it when you check out.
ordering-phone = Which number may the rider call? Tap the button to share yours, or type it.

## When

ordering-when = To *{ $line }, { $apartment }*. When shall we come?
ordering-when-none = All delivery times for { $line }, { $apartment } are taken. Please try again tomorrow, or choose another address.
ordering-slots-list-button = Delivery times
ordering-which-window = Which of these?
ordering-which-window-of-day = *{ $day }*: which time?
ordering-brought-there = 📍 We bring it to *{ $line }, { $apartment }*.
ordering-no-such-window = We cannot come then. These are the times that are open.
ordering-slot-left = { $left ->
    [one] Only 1 left
   *[other] Only { $left } left
}
ordering-other-address-row = Another address
ordering-other-address-button = Another address

## Summary

ordering-summary = *Your order*
    { $lines }
    Delivery: { $fee }
    { "*" }Total: { $total }*

    📍 { $home }, { $apartment }
    🕗 { $slot }{ $noted ->
        [yes] { "\u000A" }📝 { $note }
       *[no] { "" }
    }

    We keep it for you until *{ $until }*. How would you like to pay?
ordering-cash-or-online = Online or cash on delivery? Tap one, and it is done.
ordering-online-only = This one is paid online: tap the button, and it is done.
ordering-pay-online-button = Pay online
ordering-pay-cash-button = Cash on delivery
ordering-change-something-button = Change something
ordering-changes = What shall we change?
ordering-changes-list-button = Choose
ordering-change-items-row = Mangoes
ordering-change-home-row = Address
ordering-change-slot-row = Delivery time
ordering-change-note-row = Note for the rider
ordering-change-cancel-row = Cancel this order
ordering-note = What should the rider know? One line, for example *ring twice* or *leave with security*.
ordering-no-note-button = No note
ordering-add-more-row = Add more mangoes
ordering-change-cart-row = Change the cart
ordering-price-changed = Prices have changed since, so please look once more before you order.
ordering-cheaper = 💡 *{ $name }*: as { $packs } the same costs { $saved } less. To change anything else, just write it.
ordering-cheaper-button = Save { $saved }

## Paying

ordering-pay-here = *{ $total }* for order *{ $code }*. Your mangoes are kept until *{ $until }*.

    To change something first, type *cancel*.
ordering-pay-button = Pay now
ordering-not-paid-yet = The payment has not reached us yet. If you have paid, please wait a minute and do not pay again: the confirmation comes by itself.
ordering-link-coming = One moment, the payment link for order *{ $code }* is on its way.

## Same as last time

ordering-again = Welcome back! *Same as last time?*

    { $basket }
    📍 { $home }, { $apartment }
    🕗 { $slot }
    { "*" }Total: { $total }*
ordering-yes-cash-button = Yes, cash
ordering-yes-online-button = Yes, pay online
ordering-see-mangoes-button = See mangoes
ordering-see-mangoes-row = See mangoes
ordering-my-orders-button = My orders
ordering-human-button = Talk to us

## Pieces of sentences

phrase-ripe-now = ready to eat
phrase-ripe-within = ripe within { $days } days
phrase-ripe-in = ripe in { $days } { $last ->
    [one] day
   *[other] days
}
phrase-fruit = { $quantity } × { $name }, { $pack }
phrase-line = { $fruit } — { $amount }
phrase-more-lines = … and { $count } more
phrase-free = free
phrase-between = { $begins ->
    [none] up to { $highest }
   *[some] { $lowest }–{ $highest }
}
