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
errors-home-unclear = Please send tower and flat number.
errors-slot-missing = Please choose a delivery time.
errors-slot-full = That time has just filled up, sorry. These are still free.
errors-slot-closed = That time is closed, sorry. These are open.
errors-slot-past = It is too late for that time, sorry. These are still open.
errors-slot-unknown = That time is not offered any more. These are open.

## Paying

errors-unpaid-order-open = Order *{ $order_code }* is still waiting for your payment. Pay it, or type *cancel* to change it.
errors-unpaid-too-often = The last orders were not paid, so please pay this one online.
errors-cod-cap = Cash on delivery is possible up to { $cap }. Please pay this one online.
errors-hold-ended = We kept order *{ $order_code }* as long as we could. Check out again and we keep it anew.
errors-order-not-payable = Order *{ $order_code }* is not waiting for a payment any more.
errors-amount-too-small = This amount is too small to be paid online. Please choose cash on delivery.

## Orders

errors-order-unknown = We could not find that order.
errors-order-packed = Order *{ $order_code }* is packed already, so it cannot be cancelled here. Type *talk to us*: a person helps you.
errors-order-ended = Order *{ $order_code }* is over already, there is nothing to cancel.

## For the office

errors-phone-taken = That phone number belongs to somebody else already.
errors-inventory-unknown = There is no inventory of that kind.
errors-stock-held = { $held } are kept for customers' orders, so the stock cannot go below that.
errors-slot-overbooked = { $booked } orders are in that slot already, so its capacity cannot be lower.
errors-order-not-packable = Order *{ $order_code }* cannot be packed: it is not confirmed, or packed already.
errors-refund-nothing = There is nothing left to refund.
errors-refund-too-much = At most { $left } can be refunded.
errors-refund-not-failed = That refund has not failed.
