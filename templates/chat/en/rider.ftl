### The rider's chat: his run, one stop after the other.

rider-no-run = Hello { $name }! No run waits for you. When there is one, it comes here.
rider-run-waits = Your next run, { $slot }: { $stops ->
    [one] one stop
   *[other] { $stops } stops
}, { $collect } to collect. Tap *Start* when you leave.
rider-start-button = Start
rider-route = 🛵 { $slot }: { $stops ->
    [one] one stop
   *[other] { $stops } stops
} to do, { $collect } to collect.
    📦 { $boxes }
rider-route-line = { $place }. { $home } · { $name } · { $boxes }{ $has_due ->
    [yes] { " " }· { $due }
   *[no] { "" }
}
rider-page-link = 📱 The same as a page, also in a bad net: { $url }
rider-type-next = Send *next* for the next stop.
rider-stop = { "*" }{ $place }/{ $total } · { $name }* ({ $code })
    📍 { $home }
    📦 { $boxes }
rider-stop-phone = 📞 { $phone }
rider-stop-map = 🗺️ { $url }
rider-stop-note = 📝 { $note }
rider-stop-paid = ✅ Paid: nothing to collect.
rider-stop-due = 💰 Collect *{ $due }*{ $has_change ->
    [yes] { " " }(for { $handed } give back { $back })
   *[no] { "" }
}
rider-stop-code = 🔑 Ask for the 4-digit code.
rider-collected-button = Collected { $sum }
rider-delivered-button = Delivered
rider-link-button = UPI link
rider-problem-button = Problem
rider-look-button = Look again
rider-done = ✓ { $code }{ $has_sum ->
    [yes] { " " }· { $sum }
   *[no] { "" }
}
rider-failed = ✗ { $code }: we are asking the customer. Please keep the box.
rider-undone = ↩️ { $code } is taken back.
rider-photo-kept = 📷 Photo kept for { $code }.
rider-list-changed = Your list has changed, so nothing was noted. This is the stop now:
rider-other-sum = { $due } is due and { $named } was named, so nothing was noted.
rider-give-back = { $handed } for { $due }: *give back { $back }*.
rider-link-sent = 📲 The customer has a link for { $sum } on WhatsApp. I write as soon as it is paid.{ $has_rest ->
    [yes] { " " }Then collect { $rest } in cash.
   *[no] { "" }
}
rider-which-code = 🔑 Which 4 digits does the customer say? Type them.
rider-wrong-code = That is not the code. After { $most } tries only the founder can let it go.
rider-what-problem = What happened?
rider-reasons-list-button = Reasons
rider-reason-nobody-home-row = Nobody home
rider-reason-wrong-address-row = Wrong address
rider-reason-gate-closed-row = Not let in at the gate
rider-reason-refused-row = Not accepted
rider-reason-no-cash-ready-row = No cash ready
rider-reason-damaged-row = Box damaged
rider-reason-other-time-row = Wants another time
rider-reason-vehicle-or-rain-row = Vehicle or rain
rider-no-problem-row = No problem, back
rider-cash = You carry { $held }. In this run: { $taken } collected, { $collect } still to collect.
rider-all-done = 🎉 { $stops ->
    [one] The stop is done.
   *[other] All { $stops } stops are done.
}{ $has_cash ->
    [yes] { " " }Cash to hand over: *{ $cash }*. Is it another sum? Type it.
   *[no] { " " }There is no cash to hand over.
}
rider-hand-over-button = Hand over { $sum }
rider-finish-button = Finish
rider-ended = 🙏 Thank you, the run is over.{ $has_cash ->
    [yes] { " " }You hand over { $cash }; it is counted with you.
   *[no] { "" }
}
rider-help = You can type:
    { "*" }start* – begin your run
    { "*" }next* – the next stop · *list* – all stops
    { "*" }1200* – collected that much · *500 cash 700 upi* – part by a UPI link
    { "*" }problem* – nobody home, wrong flat, no cash …
    { "*" }skip* – do this stop last · *undo* – take the last report back
    { "*" }cash* – what you carry
    A photo is kept as proof.
