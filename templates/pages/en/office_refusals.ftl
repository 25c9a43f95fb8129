### What the shop declines to its own staff: orders, their money, lists.

refused-order-not-unpackable = Order { $order_code } cannot be unpacked: it is not packed, has left already, or nobody noted which fruit it took.
refused-refund-stale = The money of order { $order_code } has changed meanwhile: { $left } can still go back. Nothing was done; please look at it once more.
refused-reason-missing = Please say why, in a word or two.
refused-bulk-empty = No order was chosen, so nothing was done. Tick some, or take all that the list shows.
refused-bulk-too-many = { $most } orders at once are the most, so nothing was done. Narrow the list a little.
refused-bulk-unknown = There is no such move of orders.
refused-too-late-to-undo = That was more than ten minutes ago, or cannot be taken back. Nothing was changed.
refused-view-too-long = A view's name holds { $longest } characters. Nothing was kept; please make it shorter.
refused-too-many-views = You keep { $most } views already. Forget one of them first.
refused-phone-of-staff = That is the number of somebody who works here. Please give the customer's own.
refused-apartment-missing = Please choose the apartment too: only then is it known where we deliver.
refused-home-missing = No home was chosen, so nothing was changed. Choose one of theirs, or give the apartment, tower and flat.
refused-line-missing = Please give the tower and flat too.
refused-slot-elsewhere = That window is another zone's. Please choose one of { $zone }.
