### What the stall has us say.

notices-word-payment-cash = cash
notices-word-payment-upi = UPI
notices-word-payment-card = card
notices-stall-receipt = 🧾 { $stall } se kharidne ke liye dhanyavaad: { $items }. Aapne *{ $total }* diye ({ $payment }). Aam ka maza lijiye!
