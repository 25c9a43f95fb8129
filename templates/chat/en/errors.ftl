### What the shop declines, by the code of the refusal.

errors-other = Sorry, that did not work.

## Fruit and cart

errors-cart-empty = Your cart is empty.
errors-not-for-sale = That is not on sale any more, sorry.
errors-quantity-unclear = Please give a whole number, 1 or more.
errors-too-many = { $largest } of one pack is the most we can bring at once. For more, type *talk to us*.
errors-sold-out = { $left ->
    [0] { $names } has just sold out, sorry.
   *[other] Only { $left } of { $names } left, sorry.
}
errors-below-minimum = Our smallest order there is { $minimum }: please add { $missing }.

## Address and time

errors-address-missing = We need your address first.
errors-address-unknown = We could not find that address.
errors-apartment-unknown = We do not deliver there at the moment.
errors-home-unclear = I could not read a home there, so nothing was kept.
errors-home-too-long = That address has { $length } characters and an address holds { $longest }, so nothing was kept. Please send it shorter; what else the rider should know can go into a note.
errors-tower-missing = Which tower is it: { $towers }?
errors-tower-unknown = There is no tower { $tower } there. Its towers are { $towers }.
errors-flat-missing = Please send the flat as well, as it stands on the door.
errors-note-too-long = That note has { $length } characters and a note holds { $longest }, so nothing was kept. Please send it shorter.
errors-phone-missing = We need a phone number that the rider can call first.
errors-slot-missing = Please choose a delivery time.
errors-slot-full = That time has just filled up, sorry. These are still free.
errors-slot-closed = That time is closed, sorry. These are open.
errors-slot-past = It is too late for that time, sorry. These are still open.
errors-slot-unknown = That time is not offered any more. These are open.

## Paying

errors-unpaid-order-open = Order *{ $order_code }* is still waiting for your payment. Pay it, or type *cancel* to change it.
errors-unpaid-too-often = The last orders were not paid, so please pay this one online.
errors-cod-cap = Cash on delivery is possible up to { $cap }{ $has_open ->
    [yes] { " " }in all, and { $open } is still to be paid for your other orders
   *[no] { "" }
}. Please pay this one online.
errors-money-is-here = Your payment for order *{ $order_code }* is with us, and a person is looking at it. You need not pay again; to have it back, type *cancel*.
errors-hold-ended = We kept order *{ $order_code }* as long as we could. Check out again and we keep it anew.
errors-order-not-payable = Order *{ $order_code }* is not waiting for a payment any more.
errors-amount-too-small = This amount is too small to be paid online. Please choose cash on delivery.

## Orders

errors-order-unknown = We could not find that order.
errors-order-packed = Order *{ $order_code }* is packed already, so it cannot be cancelled here. Type *talk to us*: a person helps you.
errors-order-ended = Order *{ $order_code }* is over already, there is nothing to cancel.
errors-order-not-changeable = Order *{ $order_code }* is packed or over already, so it cannot be changed here any more. Type *talk to us*: a person helps you.
errors-order-would-be-empty = Nothing would be left of order *{ $order_code }*. To have none of it, type *cancel*.
errors-change-over-cap = Cash at the door is possible up to { $cap }{ $has_open ->
    [yes] { " " }in all, and { $open } is still to be paid for your other orders
   *[no] { "" }
}, so nothing was changed. { $has_due ->
    [yes] Pay order *{ $order_code }* online first (*pay*), then add more.
   *[no] What shall come besides can be an order of its own, paid online.
}
errors-change-stale = Order *{ $order_code }* or its price has changed meanwhile, so nothing was done. This is how it would be now.
errors-change-too-often = The payment link of order *{ $order_code }* was renewed several times already, so nothing was changed. Pay it, or type *cancel* and order anew.

## For the office

errors-phone-taken = That phone number belongs to somebody else already.
errors-not-allowed = Your role here does not include that, so nothing was changed. Ask the founder.
errors-only-founder = Somebody must hear alerts: add another founder first.
errors-name-missing = Please give a name.
errors-customer-unknown = There is no such customer.
errors-inventory-unknown = There is no inventory of that kind.
errors-stock-held = { $held } are kept for the orders { $orders }, so the stock cannot go below that. Nothing was changed.
errors-slot-overbooked = { $booked } orders are in that slot already, so its capacity cannot be lower.
errors-order-not-packable = Order *{ $order_code }* cannot be packed: it is not confirmed, or packed already.
errors-order-not-packed = Order *{ $order_code }* is not packed, or is on its way already.
errors-order-not-on-its-way = Order *{ $order_code }* is not on its way, so it can be neither delivered nor brought back.
errors-order-not-failed = Order *{ $order_code }* has not come back, so it cannot be brought again.
errors-not-your-run = Order *{ $order_code }* is not in your open run.
errors-cash-not-exact = { $due } is due for order *{ $order_code }* and { $collected } was named. Nothing was noted: please give the exact sum.
errors-payment-not-parked = That payment is not parked (any more).
errors-payment-not-acceptable = That payment cannot be taken for an order; it can only be sent back.
errors-order-not-fillable = The mangoes or the delivery time of order *{ $order_code }* are gone, so its payment can only be sent back.
errors-refund-nothing = There is nothing left to refund.
errors-refund-zero = Nothing would go back: please name an amount above zero.
errors-refund-too-much = At most { $left } can be refunded.
errors-refund-not-failed = That refund has not failed.
errors-picture-too-large = That picture is larger than { $megabytes } MB, so nothing was kept. Please choose a smaller one.
errors-picture-too-many-pixels = That picture has more than { $megapixels } million pixels, so nothing was kept. Please choose a smaller one.
errors-picture-unreadable = That is no picture that can be read here, so nothing was kept. JPEG, PNG, WebP and HEIC can be.

## Answers of our own, and words that are taught

errors-answer-key-unclear = “{ $key }” is no key of an answer, so nothing was kept. A key is one short word of small letters, such as *organic*.
errors-answer-empty = There is no text, so nothing was changed.
errors-answer-too-long = That text has { $length } characters and an answer holds { $longest }, so nothing was changed. Please make it shorter.
errors-answer-unknown = There is no answer “{ $key }”, so nothing was changed. Write it first.
errors-language-unknown = That is none of our languages, so nothing was changed. They are { $languages }.
errors-variety-unknown = There is no variety “{ $slug }”, so nothing was changed. There are { $slugs }.
errors-words-known = “{ $words }” means something already ({ $meaning }), so nothing was changed. Name only the words that nobody understands.
errors-words-taken = { $by ->
    [variety] “{ $words }” is the name of a variety already, so nothing was changed.
    [apartment] “{ $words }” is the name of an apartment, so nothing was changed.
   *[other] “{ $words }” asks for the answer “{ $by }” already, so nothing was changed.
}
errors-words-unclear = “{ $words }” cannot be learnt, so nothing was changed. Name a few words, without numbers.
errors-words-not-taught = “{ $words }” was not taught, so nothing was changed.

## Goods, windows and homes

errors-zone-unknown = There is no such zone.
errors-zone-name-taken = Another zone is called { $name } already, so nothing was changed.
errors-caps-out-of-order = The cash limit for new customers cannot be above the one for all, so nothing was changed.
errors-sum-below-zero = An amount cannot be below zero, so nothing was changed.
errors-apartment-name-taken = Another apartment is called { $name } already, so nothing was changed.
errors-pincode-unclear = A PIN code has six digits and does not begin with 0, so nothing was changed.
errors-point-unclear = That is no point on the map, so nothing was changed.
errors-too-many-names = More than { $most } names or towers are too many, so nothing was changed.
errors-product-unknown = There is no such variety.
errors-pack-unknown = There is no such pack.
errors-picture-unknown = That picture is gone. Please choose it again.
errors-season-out-of-order = The season ends before it begins, so nothing was changed.
errors-ripeness-out-of-order = It cannot be ripe to the end before it begins to be, so nothing was changed.
errors-story-too-long = That story has { $length } characters and a story holds { $longest }, so nothing was changed.
errors-pack-size-unclear = A pack holds between 1 and { $largest } pieces or grams, so nothing was changed.
errors-pack-size-unlike = “{ $label }” says another amount than what is in it, so nothing was added.
errors-price-unclear = A price is above zero and at most { $highest }, so nothing was changed.
errors-lot-too-small = Only { $left } are left of that arrival, so nothing was changed.
errors-lot-days-unclear = Fruit cannot be ripe before it was picked, so nothing was changed.
errors-weekday-missing = Please choose at least one day of the week.
errors-window-unclear = A window begins before it ends, on the same day, and takes 0 to 10,000 orders; so nothing was changed.
errors-pattern-taken = That zone has a window at that hour on such a day already, so nothing was added.
errors-pattern-unknown = That weekly window is gone already.
errors-window-taken = That zone has a window at that hour already. Nothing was added.
errors-no-other-window = No other window of its zone has a place for order *{ $order_code }*.
errors-refund-stale = The money of order *{ $order_code }* has moved meanwhile: { $left } are left. Nothing was sent back; look again.
errors-undo-over = That cannot be taken back any more: it was already, or ten minutes have passed. Nothing was changed.

## Deliveries

errors-order-not-resumable = Order *{ $order_code }* was decided about meanwhile, so it stays as it is.
errors-link-too-often = The customer of order *{ $order_code }* was sent links several times already. Please take cash, or call the founder.
errors-run-not-yours = That run is another rider’s, so nothing was noted.
errors-run-unknown = There is no such run.
errors-stop-unknown = That stop is not in your run.
errors-run-not-open = That run is not under way, so nothing was noted.
errors-run-over = That run is over already.
errors-run-empty = Nothing is left to bring in that run.
errors-run-too-early = It is too early for that run: its window begins more than six hours from now.
errors-run-open-already = You are on another run. End that one first.
errors-run-not-packed = Not packed yet: { $codes }. Please have them packed, or taken out of your run, then start again.
errors-run-has-stops = { $count ->
    [one] One stop is still to be done.
   *[other] { $count } stops are still to be done.
} Send *next*.
errors-stop-done = Order *{ $order_code }* is done, or another rider has it now. Nothing was changed.
errors-order-not-assignable = Order *{ $order_code }* cannot be given to a rider: it is on its way, or over.
errors-order-not-assigned = Order *{ $order_code }* is in no rider’s run.
errors-order-waits-in-run = Order *{ $order_code }* waits in the run of { $rider }: it goes out when that run starts.
errors-rider-unknown = That is no rider of ours.
errors-rider-missing = Please name a rider.
errors-rider-over-cash-limit = { $name } carries { $held } and may carry { $limit }: count the cash first, then give out the run.
errors-code-missing = Order *{ $order_code }* needs the customer’s 4 digits.
errors-code-tries-over = Too many wrong codes for order *{ $order_code }*. Only the founder can let it go now: call her.
errors-nothing-to-undo = There is nothing to take back.
errors-undo-too-late = Order *{ $order_code }* was reported more than ten minutes ago: call the founder.
errors-rider-is-gone = The rider is not out with order *{ $order_code }* any more. Please choose another time.
errors-instruction-missing = Please write who takes it.
errors-instruction-too-long = That has { $length } characters and there is room for { $longest }, so nothing was kept. Please send it shorter.
errors-amount-unclear = Please give an amount in rupees.
errors-nothing-to-count = There is no cash of that run to count: it was not handed over yet, or was counted already.
errors-discrepancy-unknown = There is no such difference.
errors-discrepancy-too-much = Only { $left } of that difference is left.
