### Today, alerts, settings, audit, health.

signin-by-word = Sign in by WhatsApp
prove-other = No password at hand?
undo-label = Take back
undo-text = Done. You can take it back for ten minutes.
undo-go = Undo
told-undone = Taken back.
refused-undo-over = That cannot be taken back any more: it was already, or ten minutes have passed. Nothing was changed.

today-to-pack = { $count ->
    [one] order to pack
   *[other] orders to pack
}
today-unpaid = { $count ->
    [one] order waits for its payment
   *[other] orders wait for their payment
}
today-waiting = { $count ->
    [one] person waits for you
   *[other] people wait for you
}
today-failed = { $count ->
    [one] delivery came back
   *[other] deliveries came back
}
today-on-their-way = on their way
today-alerts = { $count ->
    [one] matter to settle
   *[other] matters to settle
}
today-nothing-title = Nothing to do just now
today-nothing-text = New orders and messages appear here by themselves.
today-alerts-title = To settle
today-alerts-all = All { $count }
today-sold-title = Ordered today
today-sold-orders = Orders
today-sold-revenue = Revenue
today-sold-due = Still to collect
today-windows-title = Delivery windows
today-window-closed = closed
today-low-title = Running low
today-low-line = { $name }: { $left } { $unit ->
    [gram] g
   *[piece] pieces
} left
alerts-title = To settle
alerts-lead = What needs a person. It goes by itself when it is settled elsewhere.
alerts-none-title = Nothing to settle
alerts-none-text = When something needs you, it stands here and comes to your WhatsApp.
alert-times = { $count } times
alert-look = Look
alert-settle = Settled
told-alert-settled = Settled.
refused-alert-settled = Somebody has settled that already.

setup-steps-title = Before the first sale
setup-steps-text = What your shop still needs. This goes when all is done.
setup-step-facts = Say who the shop is: legal name, address, phone, FSSAI number
setup-step-zone = Add the first zone
setup-step-window = Plan its first delivery windows
setup-step-fruit = Receive the first fruit
setup-step-apartment = Add the first apartment
setup-step-product = Add the first mango with a price
setup-step-whatsapp = Connect WhatsApp (the JAMANGO_WHATSAPP_… settings; “jamango doctor” checks them)
setup-step-razorpay = Connect Razorpay (the JAMANGO_RAZORPAY_… settings; “jamango doctor” checks them)
setup-step-order = Place a test order: write “hi” to the shop's WhatsApp

settings-lead = What the shop says of itself, and its limits.
settings-facts = The shop
settings-name = Name
settings-legal-name = Legal name
settings-legal-name-hint = As it stands on bills.
settings-address = Address
settings-fssai = FSSAI number
settings-fssai-hint = 14 digits; it stands on every page and bill.
settings-gstin = GSTIN
settings-gstin-hint = 15 letters and digits, when you have one.
settings-upi = UPI address
settings-upi-hint = For money at the door, such as shop@bank.
settings-phone = Phone for customers
settings-email = E-mail for customers
settings-hold = Minutes that fruit is kept
settings-hold-hint = From the summary on, until it is paid or ordered.
settings-link = Minutes that a payment link is open
settings-link-hint = At least 16: Razorpay takes no less.
settings-unpaid = Orders that may lapse unpaid
settings-unpaid-hint = Whoever lets so many lapse pays online first.
settings-largest = Most packs of one kind in an order
settings-handover = Hours that the bot is silent
settings-handover-hint = After somebody asked for a person.
settings-told = What your phone is told
settings-told-text = Everything stands on Today in any case; here you choose what also comes to WhatsApp.
told-kind-order-new = Each new order, to pay at the door
told-kind-order-paid = Each paid order
told-kind-order-cancelled = Each cancelled order
told-kind-evening-summary = The evening's summary
told-kind-low-stock = A fruit runs low
told-kind-payment-parked = A payment that fits no order
told-kind-payment-late = A payment that came too late
told-kind-message-failed = A message that WhatsApp did not deliver
told-kind-message-dead = A message that was given up
told-kind-invariant-broken = The shop's books do not add up
told-kind-customer-wants-human = A customer wants a person
told-kind-customer-says = A customer writes while you talk
told-kind-customer-complains = A customer complains
told-kind-customer-bulk = A customer asks for a large order
told-kind-customer-not-understood = The bot did not understand somebody
told-kind-missed-call = Somebody called
told-kind-job-late = A periodic job is late
told-kind-webhooks-stopped = Razorpay's news does not come
form-digits = Please give { $least } digits, or leave it empty.
form-gstin = Please give the 15 letters and digits of the GSTIN, or leave it empty.
form-upi = Please give a UPI address, such as shop@bank, or leave it empty.

health-lead = How the machinery is. What is wrong also stands under “To settle”.
health-good = good
health-bad = look here
health-queues = What waits
health-came = Messages that came
health-goes = Messages to go out
health-links = Payments to look at
health-refunds = Refunds to look at
health-heard = Last heard of
health-provider-whatsapp = WhatsApp
health-provider-razorpay = Razorpay
health-never = not yet
health-rules = The shop's books
health-rules-hold = Every rule holds.
health-rules-broken = These rules are broken; “jamango fsck” shows the rows.
health-cost = Messages this month
health-messages = Sent
health-templates = Of these, templates
health-about = Cost, about
health-cost-text = Answers within a day of a customer's message are free; templates are billed.
health-jobs = Heartbeats
health-ago = { $seconds } s ago
health-ago-minutes = { $minutes } min ago
health-ago-hours = { $hours } h ago
health-beat-worker = Chats and sending
health-beat-webhook-razorpay = News from Razorpay
health-beat-job-expire-holds = Unpaid orders let go
health-beat-job-remind-before-holds-end = Reminders to pay
health-beat-job-tell-of-deliveries = News of deliveries
health-beat-job-make-slots = Windows of the coming weeks
health-beat-job-check-invariants = The shop's books checked
health-beat-job-check-stock = Low stock looked for
health-beat-job-summarise-evening = The evening's summary
health-beat-job-miss-webhooks = Missing webhooks looked for
health-beat-job-prune = Old things tidied away
health-failed = Messages that were given up
health-failed-none = None lately.
