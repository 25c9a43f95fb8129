### What the stall has us say.

notices-word-payment-cash = cash
notices-word-payment-upi = UPI
notices-word-payment-card = card
notices-stall-receipt = 🧾 Thank you for buying at { $stall }: { $items }. You paid *{ $total }* ({ $payment }). Enjoy your mangoes!
notices-alert-stall-fruit-short = 🥭 { $stall } sold fruit that others have. { $orders ->
    [0] No order is at risk yet.
   *[other] Orders at risk: { $codes }.
} Please bring fruit, or speak to them. It stands open until you have.
notices-alert-stall-price-differs = 🏷 At { $stall } { $paid } was paid where our prices come to { $price }. It is noted as it was.
notices-alert-stall-needs-a-look = 🔎 { $device } at { $stall } sent something that could not be recorded. It is kept under Stalls; all other sales are recorded.
notices-alert-stall-cash-difference = 💰 The till of { $stall } (shift { $shift }) was counted { $difference } { $missing ->
    [yes] short
   *[no] over
}.
notices-alert-stall-credit-differs = 🏷 At { $stall } Razorpay’s code brought { $credited } for a sale of { $paid }. The sale stays as it is.
notices-alert-stall-credit-unclaimed = 💸 { $paid } came in by a code at { $stall }, and no sale belongs to it. It is kept as parked money: look at it under Money, and send it back if nothing was handed over.
notices-alert-stall-qr-refused = ⚠️ Razorpay gives our stalls no QR codes: { $description }. They show the plain code. Ask Razorpay’s support for the feature, or switch JAMANGO_RAZORPAY_QR off.
