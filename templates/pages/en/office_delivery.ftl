### Who brings what.

office-menu-delivery = Delivery
runs-lead = Windows with orders, the runs in them, and the cash that comes back.
runs-windows = Windows
runs-window = The window
runs-runs = Runs
runs-run = run
runs-orders = Orders of the window
runs-route = Route
runs-route-of = Route and boxes of { $rider }
runs-run-lead = { $left } of { $stops } stops left
runs-manifest = Boxes to load
runs-none-title = Nothing to bring
runs-none-text = As soon as somebody orders, the window is here.
runs-no-riders = No rider works here yet. Take one on under Staff.
runs-nobody = No rider
runs-unassigned = { $count ->
    [0] all have a rider
    [one] one has no rider
   *[other] { $count } have no rider
}
runs-column-window = Window
runs-column-zone = Zone
runs-column-orders = Orders
runs-column-riders = Riders
runs-column-run = Run
runs-column-state = State
runs-column-done = Done
runs-column-due = To collect
runs-column-taken = Collected
runs-column-order = Order
runs-column-home = Home
runs-column-rider = Rider
runs-column-stop = Stop
runs-column-name = Name
runs-run-planned = Planned
runs-run-open = On the way
runs-run-ended = Ended
runs-run-dissolved = Dissolved
runs-run-to-count = Cash to count
runs-stop-planned = To do
runs-stop-delivered = Delivered
runs-stop-failed = Came back
runs-order-confirmed = Confirmed
runs-order-packed = Packed
runs-order-out_for_delivery = On the way
runs-order-delivered = Delivered
runs-order-delivery_failed = Came back
runs-plan = Share the window out
runs-plan-go = Share out evenly
runs-give-to = Give the ticked ones to
runs-give-go = Give
runs-postpone = Postpone the window
runs-postpone-text = It is closed, its runs are taken back, and every customer is asked: another time, or the money back.
runs-reason = Why
runs-postpone-go = Postpone and ask everybody
runs-count = Count the cash
runs-counted = Counted
runs-count-hint = Count before you look at what he says. What differs is kept open until it is worked off.
runs-count-go = Note it
runs-codes = Codes at the door
runs-release = Hand over { $code } without its code
runs-differences = Differences in cash
runs-differences-text = Minus: the rider handed over too little. It stays on his account until it is worked off.
runs-left = left:
runs-settled = Brought since, or given back to him
runs-borne = Borne by the shop, or kept
runs-work-off = Note it
told-delivery-planned = Shared out. Riders hear of it two hours before the window.
told-delivery-assigned = Done.
told-delivery-postponed = The window is closed, and everybody was asked.
told-delivery-counted = Counted: it is right.
told-delivery-differs = Counted. It differs from what was collected; the difference stands below.
told-delivery-released = It can be handed over without its code.
told-delivery-settled = Noted.
refused-rider-missing = Please choose a rider.
refused-rider-unknown = That is no rider of ours. Nothing was changed.
refused-rider-over-cash-limit = { $name } carries { $held } and may carry { $limit }: count that cash first. Nothing was changed.
refused-order-not-assignable = Order { $order_code } is on its way or over, so it was not given to anybody.
refused-order-not-assigned = Order { $order_code } has no rider.
refused-order-waits-in-run = Order { $order_code } waits in the run of { $rider }: it goes out when that run starts. Nothing was changed.
refused-stop-done = Order { $order_code } is done already. Nothing was changed.
refused-amount-unclear = Please give an amount in rupees.
refused-nothing-to-count = That cash is not handed over yet, or was counted already.
refused-discrepancy-too-much = Only { $left } of that difference is left.
refused-discrepancy-unknown = There is no such difference.

# What the shop declines about runs and stops.
refused-code-missing = Order { $order_code } needs the customer’s 4 digits.
refused-code-tries-over = Too many wrong codes for order { $order_code }. Only the founder can let it go now: call her.
refused-instruction-missing = Please write who takes it.
refused-instruction-too-long = That has { $length } characters and there is room for { $longest }, so nothing was kept. Please send it shorter.
refused-link-too-often = The customer of order { $order_code } was sent links several times already. Please take cash, or call the founder.
refused-nothing-to-undo = There is nothing to take back.
refused-order-not-resumable = Order { $order_code } was decided about meanwhile, so it stays as it is.
refused-rider-is-gone = The rider is not out with order { $order_code } any more. Please choose another time.
refused-run-empty = Nothing is left to bring in that run.
refused-run-has-stops = { $count ->
    [one] One stop is still to be done.
   *[other] { $count } stops are still to be done.
}
refused-run-not-open = That run is not under way, so nothing was noted.
refused-run-not-packed = Not packed yet: { $codes }. Please have them packed, or taken out of your run, then start again.
refused-run-not-yours = That run is another rider’s, so nothing was noted.
refused-run-open-already = You are on another run. End that one first.
refused-run-over = That run is over already.
refused-run-too-early = It is too early for that run: its window begins more than six hours from now.
refused-run-unknown = There is no such run.
refused-stop-unknown = That stop is not in your run.
refused-undo-too-late = Order { $order_code } was reported more than ten minutes ago: call the founder.
