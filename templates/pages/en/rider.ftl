### A rider's page, and what waits on a phone without a connection.

sync-label = What waits to be sent
sync-none = Everything is sent
sync-one = 1 waiting to be sent
sync-many = { $count } waiting to be sent
sync-away = No connection.
sync-seen = Seen

run-page-closed-title = No run is here
run-page-closed-text = This link opens nothing now: its run is over, or it is another’s. Write list on WhatsApp for yours.
run-page-over-title = The run is over
run-page-over-text = Thank you! The cash is counted together with you.
run-page-left = { $left } of { $stops } stops left
run-page-to-collect = { $sum } to collect
run-page-boxes = Boxes of the whole run
run-page-paid = Paid
run-page-call = Call
run-page-map = Map
run-page-change = They often give { $handed }: give back { $back }.
run-page-collected = Delivered · { $sum } collected
run-page-delivered = Delivered
run-page-link = UPI link for { $sum }
run-page-link-sent = A link for { $sum } is with the customer.{ $has_rest ->
    [yes] { " " }When it is paid, collect { $rest } in cash.
   *[no] { "" }
}
run-page-other-sum = Another sum
run-page-handed = How much does the customer give?
run-page-count = Work it out
run-page-give-back = Give back { $sum }
run-page-missing = { $sum } is missing. Nothing is noted yet.
run-page-link-rest = UPI link for the rest
run-page-code = The customer’s 4 digits
run-page-problem = Problem
run-page-what-problem = What happened?
run-page-not-delivered = Not delivered
run-page-later = Do this stop last
run-page-waits = Noted on this phone, waiting to be sent
run-page-undo = Take { $code } back
run-page-all-done = All stops are done
run-page-hand-over-text = { $cash } was collected. Is it another sum? Type it.
run-page-no-cash = There is no cash to hand over.
run-page-hand-over = Cash to hand over
run-page-end = End the run
run-page-cash = You carry { $held }. In this run: { $taken }.
run-page-done = { $count ->
    [one] One stop is done
   *[other] { $count } stops are done
}
run-page-was-delivered = delivered
run-page-was-failed = not delivered
rider-reason-nobody-home = Nobody home
rider-reason-wrong-address = Wrong address
rider-reason-gate-closed = Not let in at the gate
rider-reason-refused = Not accepted
rider-reason-no-cash-ready = No cash ready
rider-reason-damaged = Box damaged
rider-reason-other-time = Wants another time
rider-reason-vehicle-or-rain = Vehicle or rain

refused-door-code-wrong = That is not the code, so nothing was noted. After { $most } tries only the founder can let it go.
refused-report-unclear = That could not be read, so nothing was noted. Please do it once more.

runs-link = The rider’s page
runs-link-text = He has its link in his route on WhatsApp. It opens this run alone, until the run is over.
runs-link-send = Send it to him once more
told-run-link-sent = Sent.
refused-run-has-no-link = That run is not under way, so it has no page. Nothing was sent.
