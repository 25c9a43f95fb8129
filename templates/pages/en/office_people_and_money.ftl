### Customers, money and reports, as the office says them.

customers-search = Name, number or flat
customers-column-name = Name
customers-column-phone = Phone
customers-column-orders = Orders
customers-column-last = Last order
customers-column-since = Since
customers-guest = Guest of the web shop
customers-none-title = Nobody fits
customers-none-text = Customers come by themselves with their first message or order.
customer-since = Since { $day }
customer-joined = This is another customer by now.
customer-erased = Erased. What stands here is what tax law keeps.
customer-erasing = They asked to be erased on { $day }. It is done as soon as nothing of theirs is under way.
customer-notes = Notes
customer-note = A note for us
customer-note-hint = They may ask for their file and read it.
customer-note-keep = Keep the note
customer-note-forget = Forget it
customer-homes = Homes
customer-homes-none = None yet
customer-consents = What they agreed to
customer-consents-none = Nothing yet
consent-service-yes = Messages about their orders: yes
consent-service-no = Messages about their orders: no
consent-marketing-yes = Offers: yes
consent-marketing-no = Offers: no
consent-proof = { $said ->
    [0] by { $source }
   *[other] by { $source }: “{ $said }”
}
customer-orders = Their last orders
customer-join = The same person twice?
customer-join-text = Orders, homes, cart and notes of the other become this one's. Of two phone numbers this one's stays, and whoever writes from the other is somebody new.
customer-join-other = Who is the same?
customer-join-go = Join them
told-joined = They are one customer now.
customer-data = Their data
customer-data-text = What we hold of them, for them; and the end of it. Orders and payments stay without their name.
customer-erase-text = Name, numbers, homes, notes and messages go for good, when their last order and refund are done.
refused-note-missing = Please write something first.
refused-same-customer = That is the same customer already.

## Money

money-search = Razorpay's id, order or customer
money-payments = Payments
money-column-payment = Payment
money-column-status = Status
money-column-amount = Amount
money-column-order = Order
money-column-customer = Customer
money-column-day = Day
money-none-title = No payments
money-none-text = What is paid online stands here.
money-collect = To collect at doors
money-collect-orders = { $count ->
    [one] of 1 order
   *[other] of { $count } orders
}
money-refunds = Refunds on their way
money-stall-taken-back = Sale at a stall, taken back
money-refund-again = Ask again
money-ledger = Where the money stands
money-ledger-text = What we have is plus; what we owe and what we earned is minus.
days-title = Day close
days-before = The day before
days-after = The day after
days-cash = Cash at doors
days-till = Cash of tills
days-carried = Came after an earlier close
days-stall_upi = UPI at stalls
days-stall_card = Cards at stalls
days-tills-open = { $count ->
    [one] A till is still open. Its cash comes into the close of the day when it is counted.
   *[other] { $count } tills are still open. Their cash comes into the close of the day when they are counted.
}
days-how = Cash of tills is what was counted at their closing, less the change they had begun with. What Razorpay took stands in “Came online”, also at stalls. Cash that comes after this close is in the next one.
days-upi = UPI at doors
days-online = Came online
days-refunded = Went back
days-orders = { $count ->
    [one] 1 order was delivered.
   *[other] { $count } orders were delivered.
}
days-closed = This day is closed.
days-count = Count the cash
days-counted = Counted
days-counted-hint = There should be { $cash }.
days-note = Note
days-close = Close the day
days-list = Closed days
days-expected = Expected
days-difference = Difference
days-who = Who counted
told-day-closed = The day is closed. What was counted stays as it is.
refused-day-closed = That day is closed already; nothing was changed.
refused-day-to-come = That day is still to come.
refused-day-not-over = This day is not over: { $orders ->
    [0] { "" }
    [one] 1 order is still to be brought.{ " " }
   *[other] { $orders } orders are still to be brought.{ " " }
}{ $windows ->
    [0] { "" }
    [one] 1 window still takes orders.{ " " }
   *[other] { $windows } windows still take orders.{ " " }
}Close it when that is done, or tomorrow.
settlements-title = Settlements
settlements-lead = What Razorpay paid out, by its own report, beside our books.
settlements-upload = Read a report
settlements-file = The settlement report of Razorpay's dashboard
settlements-file-hint = A CSV file. The same report again changes nothing.
settlements-go = Compare
settlements-differing = { $count } differ
settlements-differs = { $entity }: the report says { $reported }, we have { $ours }.
settlements-unknown = { $entity }: { $reported } in the report, and we know nothing of it.
settlements-missing = { $count } of ours are in no report
settlements-all-fit = All that the reports name is in our books, with the same amounts.
settlements-id = Settlement
settlements-lines = Lines
settlements-net = Paid out
settlements-fee = Fee and tax
settlements-none-title = No report yet
settlements-none-text = Download one from Razorpay's dashboard, under Settlements, and read it here.
told-report-kept = The report is read.
refused-report-missing = Please choose a file first.
refused-report-unreadable = Line { $line } is no line of a settlement report, so nothing was kept. It needs the columns entity_id, type, amount and settlement_id.
refused-report-too-long = That report has more than { $most } lines, so nothing was kept. Please take a shorter range.

## Reports

report-lead = Orders that were confirmed and not cancelled, on the day of their window, and sales at stalls that were not taken back.
report-first = From
report-last = To
report-go = Show
report-span-week = Seven days
report-span-month = Thirty days
report-span-quarter = A quarter
report-ways = Told apart by
report-by-day = Day
report-by-variety = Variety
report-by-apartment = Apartment
report-by-channel = Channel
report-by-window = Window
report-by-payment = Payment
report-paid-online = Online
report-paid-cash = Cash
report-paid-upi = UPI, by hand
report-paid-card = Card at stalls
report-paid-due = Not paid yet
report-boxes = Packs
report-tax = Sums are what customers pay. No tax is in them: fresh mangoes are exempt from GST.
report-orders = Orders
report-sales = Sales
report-average = Average order
report-again = Came again
report-chart = Sales as bars; the same numbers stand in the table below
report-unknown = not known
report-none-title = Nothing was sold in these days
report-none-text = Choose other days: at most a quarter at once.
report-waste = Lost fruit
report-lost = Lost
report-waste-none = Nothing was counted out in these days.
report-margin = Margin
report-cost = Cost
report-left = Left
report-margin-none = Give a lot its cost when you receive it; then what its boxes earned stands here.
