### From the cart to the order, and the page of an order.

progress-label = Step { $here } of 4
cart-discount = Discount

## Where

where-title = Where shall we bring it?
where-other = Somewhere else
where-search = Your society or building
where-find = Find
where-none = We do not know “{ $typed }”. Try a part of the name, the area or the PIN code.
where-list = All places where we deliver
home-tower = Tower
home-flat = Flat
home-flat-hint = For example 1203, or Ground floor, flat A
home-keep = Bring it here
home-other = Another society

## When

when-title = When shall we come?
when-left = { $left } left
when-gone = The time you chose has just filled up or closed. Please choose another.
when-none-title = No delivery time is open right now
when-none-text = New times open every day. Your cart stays as it is.
when-other-home = Another address

## Who

contact-title = Whom may the rider call?
contact-name = Name
contact-phone = Phone number
contact-hint = Only for this delivery. Nothing is sent to it.
contact-keep = Go on
contact-login = You have ordered with us on WhatsApp?

## The summary

summary-title = Your order
summary-change = Change
summary-note = A note for us
summary-note-label = What should the rider know?
summary-note-keep = Keep the note
summary-online = Pay { $total } online
summary-cash = Cash on delivery
summary-cash-guest = For cash we confirm your number first: you send us one word on WhatsApp.
summary-tell = Send me news of this order on WhatsApp
summary-held = We keep your mangoes and your time for you while you pay.
summary-unpaid = Order { $code } still waits for its payment.
summary-unpaid-open = Open that order
refused-total-changed = The total is { $total } now, because something changed meanwhile. Nothing was ordered: please look at it once more.

## One order

order-state-preparing = One moment
order-state-payable = Please pay
order-state-undecided = Please pay
order-state-parked = We look at your payment
order-state-confirmed = Confirmed
order-state-packed = Packed
order-state-out_for_delivery = On its way
order-state-delivered = Delivered
order-state-delivery_failed = Not delivered
order-state-expired = Not paid in time
order-state-cancelled = Cancelled
order-text-preparing = Your mangoes are kept. We are preparing the payment.
order-text-payable = Your mangoes are kept till { $until }.
order-text-undecided = Your mangoes are kept till { $until }.
order-text-parked = A person looks at it and writes to you. Nothing needs to be paid again.
order-text-confirmed = We bring it { $window }.
order-text-packed = It is packed. We bring it { $window }.
order-text-out_for_delivery = The rider is on the way to you.
order-text-delivered = Enjoy your mangoes!
order-text-delivery_failed = We could not hand it over. Write to us, and we find another time or send the money back.
order-text-expired = The mangoes went back on the shelf. Nothing was charged for it.
order-text-cancelled = { $charged ->
    [no] It will not be delivered. Nothing was charged.
   *[yes] It will not be delivered. What was paid goes back to where it came from.
}
order-preparing = This takes a few seconds. The page goes on by itself.
order-pay = Pay { $total }
order-by-link = By a link on Razorpay's page instead
order-state-checking = Checking your payment
order-text-checking = We ask Razorpay. This takes a few seconds.
order-cash = Pay in cash at the door instead
order-step-confirmed = Confirmed
order-step-packed = Packed
order-step-out_for_delivery = On its way
order-step-delivered = Delivered
order-due = { $due } is to be paid at the door.
order-pay-now = Pay { $due } online now
order-back = { $why ->
    [twice] Your order was paid twice and stands as it is.{" "}
    [cash] Your order is paid in cash, so the online payment was one too many.{" "}
   *[other] {""}
}{ $how ->
    [processed] { $amount } went back to where it came from.{ $reference ->
        [none] {""}
       *[other] {" "}Your bank finds it by { $reference }.
    }
    [failed] { $amount } could not be sent back. A person looks at it; it is not lost.
   *[going] { $amount } is on its way back to where it came from, usually 5–7 working days.
}
order-parked = { $parked } is with us and is not used for this order yet.
order-updates = Keep this page: it shows how your order stands.
order-updates-login = { $cancellable ->
    [yes] Sign in with WhatsApp for news of it there, or to cancel it
   *[no] Sign in with WhatsApp for news of it there
}
order-again = Order the same again
order-cancel = Cancel this order
order-cancel-title = Cancel order { $code }?
order-cancel-refund = { $refund } goes back to where it came from, usually in 5–7 working days.
order-cancel-free = Nothing was paid, so nothing needs to come back.
order-cancel-yes = Yes, cancel it
mine-none-title = No orders yet
mine-none-text = What you order here or in the chat stands here.

## Signing in

login-title = Sign in
login-lead = No password and no code to type: you send us one word on WhatsApp.
login-step-send = The page shows a word. You send it to us with one tap.
login-step-number = We ask you which number the page shows. You tap it.
login-step-done = The page goes on by itself.
login-begin = Sign in with WhatsApp
login-free = It costs nothing. We never call you and never ask you for a code.
login-send-title = Send us this word
login-send-text = It is written for you: you only have to send it.
login-send = Open WhatsApp
login-scan = On a computer: scan this with your phone.
login-number = Then choose this number in the chat:
login-warning = Somebody sent you this page? Then do not send the word: it would sign them in as you.
login-look = I have done it
login-confirmed-title = That was you
login-go-on = Go on
login-used-title = You are signed in
login-refused-title = Nobody was signed in
login-refused-text = Another number was chosen in the chat, or “Not me”.
login-over-title = That word is over
login-over-text = A word works for five minutes, and once.
login-again = Get a new word
told-signed-in = You are signed in.
told-signed-out = You are signed out.
told-cash-signs-in = For cash, please sign in first. Your order waits as it is.

login-code-instead = Or by a code
login-code-phone = Your WhatsApp number
login-code-hint = Indian numbers only. We send six digits to it.
login-code-send = Send me a code
login-code-title = Type the code
login-code-sent = If { $phone } is on WhatsApp, six digits are on their way to it. They work for ten minutes, on this browser only.
login-code-field = Six digits
login-code-wrong = { $left ->
    [one] That is not the code. One try is left.
   *[other] That is not the code. { $left } tries are left.
}
login-code-warning = Nobody of ours ever asks you for this code. Do not pass it on.
login-code-otherwise = Sign in another way
login-code-over-title = This code is over
login-code-over = A code works for ten minutes, five tries, and once. The word on the next page is free and works at once.
refused-code-only-india = Codes go to Indian numbers only. Sign in by the word above: it works with every WhatsApp.
refused-code-not-now = No code can be sent just now. Sign in by the word above: it is free and works at once.

## My profile

profile-title = My profile
profile-language = In which language shall we speak?
profile-offers-title = Offers
profile-offers = Have a message when a season begins or something is cheaper? You end it with one word: stop.
profile-offers-on = You get a message when a season begins or something is cheaper.
profile-offers-start = Yes, send me offers
profile-offers-stop = No more offers
profile-home-remove = Remove
profile-homes = My addresses
profile-browsers = Signed in on
profile-browser-unknown = A browser
profile-this-one = this one
profile-logout = Sign out
profile-logout-others = Sign out everywhere else
profile-data = All that we know of you
profile-data-text = You can take it away, or have it erased. What tax law has us keep (orders and payments) stays without your name.
profile-export = Download
profile-erase = Erase everything
profile-erase-title = Erase everything?
profile-erase-text = Your name, numbers, addresses and messages go for good. If an order or a refund is under way, that is finished first.
profile-erase-yes = Yes, erase everything
profile-ending = It is being erased: within a day, or when your last order or refund is done.
profile-keep = Keep it after all
told-kept = Saved.
told-home-removed = The home is removed.
told-left-everywhere = You are signed out everywhere else.

## The cart goes along

carry-title = Continue on WhatsApp
carry-text = Send us this word, and your cart is in the chat. It is written for you: you only have to send it.
carry-stay = Stay here instead
carry-from-title = Your cart from WhatsApp
carry-take = Put it into my cart here
carry-home = Your address and your name do not come along.
