### What the shop declines, by the code of the refusal, as a page says it.

refused = Sorry, that did not work. Nothing was changed.
refused-not-allowed = That is not yours to do. Nothing was changed.

## Fruit and cart

refused-cart-empty = Your cart is empty. Put some mangoes in first.
refused-not-for-sale = That is not on sale any more, sorry.
refused-quantity-unclear = Please give a whole number, 1 or more.
refused-too-many = { $largest } of one pack is the most we can bring at once. For more, write to us on WhatsApp.
refused-sold-out = { $left ->
    [0] { $names } has just sold out, sorry.
   *[other] Only { $left } of { $names } left, sorry.
}
refused-below-minimum = Our smallest order there is { $minimum }: please add { $missing }.

## Address and time

refused-address-missing = We need your address first.
refused-phone-missing = We need a phone number first that the rider can call.
refused-home-awaits-order = Order { $order_code } is still to be brought there, so the home stays. Remove it when that has arrived.
refused-address-unknown = We could not find that address.
refused-apartment-unknown = We do not deliver there at the moment.
refused-home-unclear = We could not read a home there, so nothing was kept. Please write it as it stands on the door, such as 1203.
refused-home-too-long = That address has { $length } characters and an address holds { $longest }. Please make it shorter; what else the rider should know can go into the note.
refused-tower-missing = Please choose the tower: { $towers }.
refused-tower-unknown = There is no tower “{ $tower }” there. Its towers are { $towers }.
refused-flat-missing = Please add the flat, as it stands on the door.
refused-note-too-long = That note has { $length } characters and a note holds { $longest }. Please make it shorter.
refused-slot-missing = Please choose a delivery time.
refused-slot-full = That time has just filled up, sorry. Please choose another.
refused-slot-closed = That time is closed, sorry. Please choose another.
refused-slot-past = It is too late for that time, sorry. Please choose another.
refused-slot-unknown = That time is not offered any more. Please choose another.

## Paying

refused-unpaid-order-open = Order { $order_code } is still waiting for your payment. Pay it or cancel it first.
refused-unpaid-too-often = The last orders were not paid, so please pay this one online.
refused-cod-cap = { $open_paise ->
    [0] Cash on delivery is possible up to { $cap }. Please pay this one online.
   *[other] Cash on delivery is possible up to { $cap } in all, and { $open } is still to be paid for the orders on their way. Please pay this one online.
}
refused-money-is-here = The payment for order { $order_code } is with us, and a person is looking at it. Nothing needs to be paid again.
refused-hold-ended = We kept order { $order_code } as long as we could. Check out again and we keep it anew.
refused-order-not-payable = Order { $order_code } is not waiting for a payment any more.
refused-amount-too-small = This amount is too small to be paid online. Please choose cash on delivery.

## Orders

refused-order-unknown = We could not find that order.
refused-order-packed = Order { $order_code } is packed already, so it cannot be cancelled here. Write to us on WhatsApp: a person helps.
refused-order-ended = Order { $order_code } is over already, there is nothing to cancel.
refused-order-not-changeable = Order { $order_code } is packed or over already, so it cannot be changed here any more. Write to us on WhatsApp: a person helps.
refused-order-would-be-empty = Nothing would be left of order { $order_code }. To have none of it, cancel it.
refused-change-over-cap = Cash at the door is possible up to { $cap }, so nothing was changed. Pay order { $order_code } online first, then add more.
refused-change-stale = Order { $order_code } or its price has changed meanwhile, so nothing was done. This is how it is now.
refused-change-too-often = The payment link of order { $order_code } was renewed several times already, so nothing was changed. Pay it, or cancel it and order anew.

## For the office

refused-customer-unknown = There is no such customer.
refused-phone-taken = That phone number belongs to somebody else already.
refused-only-founder = Somebody must hear alerts: add another founder first.
refused-name-missing = Please give a name.
refused-inventory-unknown = There is no inventory of that kind.
refused-stock-held = { $held } are kept for the orders { $orders }, so the stock cannot go below that. Nothing was changed.
refused-slot-overbooked = { $booked } orders are in that slot already, so its capacity cannot be lower.
refused-order-not-packable = Order { $order_code } cannot be packed: it is not confirmed, or packed already.
refused-order-not-packed = Order { $order_code } is not packed, or is on its way already.
refused-order-not-on-its-way = Order { $order_code } is not on its way, so it can be neither delivered nor brought back.
refused-order-not-failed = Order { $order_code } has not come back, so it cannot be brought again.
refused-not-your-run = Order { $order_code } is not in your open run.
refused-cash-not-exact = { $due } is due for order { $order_code } and { $collected } was named. Nothing was noted: please give the exact sum.
refused-payment-not-parked = That payment is not parked any more: somebody has settled it meanwhile.
refused-payment-not-acceptable = That payment cannot be taken for an order; it can only be sent back.
refused-order-not-fillable = The mangoes or the delivery time of order { $order_code } are gone, so its payment can only be sent back.
refused-refund-nothing = There is nothing left to refund.
refused-refund-zero = Nothing would go back: please say how many of a line, or an amount above zero.
refused-refund-line-less = { $most } × { $names } were ordered, so no more of them can be refunded.
refused-refund-too-much = At most { $left } can be refunded.
refused-refund-not-failed = That refund has not failed.

## Pictures

refused-picture-too-large = That picture is larger than { $megabytes } MB, so nothing was kept. Please choose a smaller one.
refused-picture-too-many-pixels = That picture has more than { $megapixels } million pixels, so nothing was kept. Please choose a smaller one.
refused-picture-unreadable = That is no picture that can be read here, so nothing was kept. JPEG, PNG, WebP and HEIC can be.

## Answers of our own, and words that are taught

refused-answer-key-unclear = “{ $key }” is no key of an answer, so nothing was kept. A key is one short word of small letters, such as “organic”.
refused-answer-empty = There is no text, so nothing was changed.
refused-answer-too-long = That text has { $length } characters and an answer holds { $longest }, so nothing was changed. Please make it shorter.
refused-answer-there = There is an answer “{ $key }” already, so nothing was changed. Open it in the list and change it there.
refused-answer-unknown = There is no answer “{ $key }”, so nothing was changed. Write it first.
refused-language-unknown = That is none of our languages, so nothing was changed. They are { $languages }.
refused-variety-unknown = There is no variety “{ $slug }”, so nothing was changed. There are { $slugs }.
refused-words-known = “{ $words }” means something already ({ $meaning }), so nothing was changed. Name only the words that nobody understands.
refused-words-taken = { $by ->
    [variety] “{ $words }” is the name of a variety already, so nothing was changed.
    [apartment] “{ $words }” is the name of an apartment, so nothing was changed.
   *[other] “{ $words }” asks for the answer “{ $by }” already, so nothing was changed.
}
refused-words-unclear = “{ $words }” cannot be learnt, so nothing was changed. Name a few words, without numbers.
refused-words-not-taught = “{ $words }” was not taught, so nothing was changed.

## Goods, windows and homes

refused-zone-unknown = There is no such zone.
refused-zone-name-taken = Another zone is called { $name } already, so nothing was changed.
refused-caps-out-of-order = The cash limit for new customers cannot be above the one for all, so nothing was changed.
refused-sum-below-zero = An amount cannot be below zero, so nothing was changed.
refused-apartment-name-taken = Another apartment is called { $name } already, so nothing was changed.
refused-pincode-unclear = A PIN code has six digits and does not begin with 0, so nothing was changed.
refused-point-unclear = That is no point on the map, so nothing was changed.
refused-too-many-names = More than { $most } names or towers are too many, so nothing was changed.
refused-product-unknown = There is no such variety.
refused-pack-unknown = There is no such pack.
refused-picture-unknown = That picture is gone. Please choose it again.
refused-season-out-of-order = The season ends before it begins, so nothing was changed.
refused-ripeness-out-of-order = It cannot be ripe to the end before it begins to be, so nothing was changed.
refused-story-too-long = That story has { $length } characters and a story holds { $longest }, so nothing was changed.
refused-pack-size-unclear = A pack holds between 1 and { $largest } pieces or grams, so nothing was changed.
refused-pack-size-unlike = “{ $label }” says another amount than the one below it. Change one of the two; nothing was added.
refused-unit-unlike = It is not counted in that. Choose another unit; everything else is still here.
refused-price-unclear = A price is above zero and at most { $highest }, so nothing was changed.
refused-lot-too-small = Only { $left } are left of that arrival, so nothing was changed.
refused-lot-days-unclear = Fruit cannot be ripe before it was picked, so nothing was changed.
refused-lot-days-far = No mango keeps longer than { $days } days after it was picked, so nothing was changed. Please look at both days.
refused-lot-to-come = That day is still to come, so nothing can have been picked on it. Nothing was changed.
refused-weekday-missing = Please choose at least one day of the week.
refused-window-unclear = A window begins before it ends, on the same day, and takes 0 to 10,000 orders; so nothing was changed.
refused-pattern-taken = That zone has a window at that hour on such a day already, so nothing was added.
refused-pattern-unknown = That weekly window is gone already.
refused-window-taken = That zone has a window at that hour already. Nothing was added.
refused-window-past = That hour has passed already. Nothing was added.
refused-window-too-far = A window is at most { $days } days ahead, so nothing was added. Please look at the year.
refused-pack-name-taken = Another pack of this variety is called { $name } already, sold or not, so nothing was changed.
refused-no-other-window = No other window of its zone has a place for order { $order_code }.
refused-meta-away = WhatsApp could not be asked just now, so nothing was handed in. Please try again.
refused-window-over = They wrote more than a day ago, so WhatsApp takes no free words. Ask them to write first.
