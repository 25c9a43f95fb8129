### Delivery windows.

slot-lead = { $first } to { $last }. Tap a window to see its orders, to close it, or to clear it when it rains.
slot-none = No window in these days. Plan the week first: windows then come by themselves.
slot-window = Window
slot-zone = Zone
slot-filled = Orders
slot-due = To collect
slot-weekday = Day
slot-weekdays = Days
slot-day = Day
slot-starts = From
slot-ends = To
slot-capacity = Orders that fit
slot-cutoff = Orders end, minutes before
slot-cutoff-hint = 60 is an hour before the window begins.
slot-minutes = { $minutes } minutes
slot-go = Save
slot-closed = closed
slot-full = full
slot-open = open
slot-new-title = Add one window
slot-earlier = Earlier
slot-later = Later
slot-back = Back to the calendar
slot-open-again = Open again
slot-orders = Orders
slot-order = Code
slot-no-orders = Nobody has ordered for it.
slot-facts = { $state }: { $booked } of { $capacity } places taken.{ $has_reason ->
    [yes] { " " }Closed because: { $reason }.
   *[no] { $reason }
}
weekly-title = The week
weekly-lead = These windows return every week. Two weeks are always open for orders.
weekly-none = No window returns yet. Add one, for several days at once.
weekly-new-title = Add a window for every week
weekly-change = Windows to come follow; none gets fewer places than it has orders.
weekly-end = End it
weekly-end-text = No more windows of this kind. Those to come without an order are closed; those with orders stay.
told-windows-made = The windows are there.
told-windows-made-no-home = The windows are there. Now the first apartment of the zone.
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
size-title = Places and end of orders
size-lead = { $orders ->
    [0] Nobody has ordered for it.
   *[other] Orders in it: { $orders }.
}
size-capacity = Orders that fit
size-cutoff = Orders end, minutes before
size-go = Save
close-title = Close
close-lead = { $orders ->
    [0] No more orders are taken.
   *[other] No more orders are taken; { $orders } stay. To move or refund them, clear the window instead.
}
close-reason = Why
close-reason-hint = For you: customers do not see it.
close-go = Close
clear-title = Move or refund everybody
clear-lead = { $orders ->
    [one] One order. It is told at once why, and what now.
   *[other] { $orders } orders. Everybody is told at once why, and what now.
}
clear-remedy = What becomes of the orders
clear-remedy-move = They move to another window
clear-remedy-refund = They are cancelled, and the money goes back
clear-to = To which window
clear-to-next = the next one that has a place
clear-cause = Why, as customers are told
clear-cause-rain = heavy rain
clear-cause-rider = nobody to deliver
clear-cause-fruit = the fruit comes late
clear-cause-road = closed roads
clear-cause-other = something we could not plan
clear-go = Close it and do that
clear-done = { $done } done, { $refused } not{ $left ->
    [0] .
   *[other] , { $left } are left: do it again.
}
