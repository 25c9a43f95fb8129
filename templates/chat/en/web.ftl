### The shop's pages.

web-skip-to-content = Skip to the content
web-chat-short = Chat with us
web-footer-line = { $shop } · fresh mangoes, brought to your door

## Home

web-home-page-title = { $shop } · fresh mangoes on WhatsApp
web-home-description = Order fresh mangoes on WhatsApp: choose a variety and a delivery time, pay online or in cash.
web-home-title = Ripe mangoes, one message away
web-home-lead = Say hi on WhatsApp. Choose your mangoes, pick a delivery time, and we bring the box to your door.
web-order-on-whatsapp = Order on WhatsApp
web-home-reassurance = No app, no account. Pay online or in cash.
web-today-title = On sale today
web-today-empty = No mangoes today. Say hi on WhatsApp and we tell you when the next ones arrive.
web-how-title = How it works
web-how-choose-title = Choose in the chat
web-how-choose-text = See what is ripe, with prices, and tap what you like.
web-how-slot-title = Pick a time
web-how-slot-text = We hold your mangoes and your delivery time while you pay.
web-how-pay-title = Pay your way
web-how-pay-text = UPI or card by a secure link, or cash at the door.

## After paying

web-payment-received-title = Payment received
web-payment-received-text = Thank you! The details of your order are in your chat.
web-payment-arrived-title = Your payment has reached us
web-payment-arrived-text = It does not pay for this order now: it came late, twice or in another amount, or the order was cancelled. Nothing is lost: your chat says what happens with it.
web-payment-checking-title = Checking your payment
web-payment-checking-text = This usually takes less than a minute. We message you on WhatsApp as soon as we know; please do not pay again.
web-payment-unfinished-title = Payment not completed
web-payment-unfinished-text = We have not received a payment for this order. Go back to the chat to try again or choose another way to pay.
web-order-code = Order
web-order-total = Total
web-back-to-whatsapp = Back to WhatsApp
web-check-again = Check again

## Messages

web-to-home = To the shop's front page
web-not-found-title = This page is not here
web-not-found-text = The link may be old or mistyped. Your orders are safe in the chat.
web-trouble-title = Something went wrong on our side
web-trouble-text = Please try again in a minute. Your orders are safe in the chat.

## Today's shelf

web-price-per-pack = { $price } · { $pack }
