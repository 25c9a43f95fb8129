### The shop's pages.

chat-short = Chat with us
footer-line = { $shop } · fresh mangoes, brought to your door

## Home

home-page-title = { $shop } · fresh mangoes on WhatsApp
home-description = Order fresh mangoes on WhatsApp: choose a variety and a delivery time, pay online or in cash.
home-title = Ripe mangoes, brought to your door
home-lead = Choose your mangoes here or say hi on WhatsApp, pick a delivery time, and we bring the box to your door.
order-on-whatsapp = Order on WhatsApp
home-reassurance = No app, no account. Pay online or in cash.
today-title = On sale today
today-empty = No mangoes today. Say hi on WhatsApp and we tell you when the next ones arrive.
how-title = How it works
how-choose-title = Choose your mangoes
how-choose-text = Here or in the chat: see what is ripe, with prices, and tap what you like.
how-slot-title = Pick a time
how-slot-text = We hold your mangoes and your delivery time while you pay.
how-pay-title = Pay your way
how-pay-text = UPI or card by a secure link, or cash at the door.

## After paying

payment-received-title = Payment received
payment-received-text = { $place ->
    [page] Thank you! Your order's page shows how it goes on.
   *[chat] Thank you! The details of your order are in your chat.
}
payment-twice-title = This order is paid already
payment-twice-text = Your order stands. This second payment goes back to where it came from by itself, usually within 5–7 working days: there is nothing for you to do. { $place ->
    [page] Your order's page shows it.
   *[chat] You see it in your chat.
}
payment-cash-title = This order is paid in cash
payment-cash-text = Your order stands. What you paid online goes back to where it came from by itself, usually within 5–7 working days: there is nothing for you to do. { $place ->
    [page] Your order's page shows it.
   *[chat] You see it in your chat.
}
payment-parked-title = Your payment has reached us
payment-parked-text = Its amount is not the one we asked for, so a person looks at it. Nothing is lost, and nothing needs to be paid again. { $place ->
    [page] Your order's page shows how it goes on.
   *[chat] We write to you in your chat.
}
payment-returned-title = Your payment goes back to you
payment-returned-text = It came after the order had ended or was changed. The whole sum goes back to where it came from by itself, usually within 5–7 working days. { $place ->
    [page] Your order's page shows it.
   *[chat] You see it in your chat.
}
payment-checking-title = Checking your payment
payment-checking-text = This usually takes less than a minute. { $place ->
    [page] The page says so by itself as soon as we know
   *[chat] We message you on WhatsApp as soon as we know
}; please do not pay again.
payment-unfinished-title = Payment not completed
payment-unfinished-text = We have not received a payment for this order. Go back to { $place ->
    [page] your order's page
   *[chat] the chat
} to try again or choose another way to pay.
order-code = Order
payment-asked = This payment
payment-to-order = To your order
back-to-whatsapp = Back to WhatsApp
check-again = Check again

## Today's shelf

price-per-pack = { $price } · { $pack }

## Offline

offline-title = You are offline
offline-text = There is no connection just now. Your cart and your orders are safe with us.
offline-again = Try again
