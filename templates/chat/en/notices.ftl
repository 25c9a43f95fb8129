### What the shop tells unasked. `notices-<key>` is said by the notice of that key, `notices-alert-<code>` to founders.

## Buttons

notices-my-order-button = My order
notices-order-again-button = Order again
notices-menu-button = See mangoes
notices-pay-button = Pay { $total }
notices-pay-online-button = Pay online
notices-pay-cash-button = Cash on delivery
notices-human-button = Talk to us
notices-hand-back-button = Hand back

## Words that stand for a value

notices-word-payment-method-online = paid online
notices-word-payment-method-cod = to pay in cash at the door
notices-word-reason-wrong-amount = another amount
notices-word-reason-wrong-currency = another currency
notices-word-reason-refunded-elsewhere = part of it went back at Razorpay
notices-word-reason-late = after the time was up
notices-word-reason-cancelled = after it was cancelled
notices-word-event-DISABLE = it is disabled, nothing can be sent
notices-word-event-SCHEDULE-FOR-DISABLE = it will be disabled
notices-word-event-REINSTATE = it works again
notices-word-event-ACCOUNT-VIOLATION = it broke a rule of WhatsApp
notices-word-event-ACCOUNT-RESTRICTION = it is restricted
notices-word-event-ACCOUNT-DELETED = it was deleted
notices-word-event-PIN-CHANGED = it was changed
notices-word-event-PIN-RESET-REQUEST = somebody asked to reset it
notices-word-event-PIN-RESET-SUCCESS = it was reset

## Orders and holds

notices-order-confirmed =
    🥭 *Order { $code } is confirmed!*
    { $items }
    { $total }, { $payment_method }.
    📍 { $home }, { $apartment }
    We deliver { $slot }.
    You will hear from us when it is on its way.

notices-pay-here =
    { $has_items ->
        [yes] Order *{ $code }*: { $items }
            📍 { $home }, { $apartment }
            We deliver { $slot }.
            { "" }
       *[no] { "" }
    }Your mangoes for order { $code } are kept { $until }.
    Pay { $total } with the button below; UPI, card and net banking all work.
notices-pay-here-footer = Secured by Razorpay

notices-hold-ending =
    ⏳ Order { $code } ({ $total }) is not paid yet.
    We keep your mangoes and your delivery time { $until }.

notices-hold-expired =
    Order { $code } was not paid in time, so your mangoes went back on the shelf. Nothing was charged.
    Still want them? One tap fills your cart again.

notices-hold-expired-money-here =
    The time for order { $code } is over, so your mangoes went back on the shelf. Your payment of { $parked } is safe with us.
    A person from our shop is looking at it and will write to you here. To have it back, type *cancel*.

notices-hold-expired-no-link =
    We could not make a payment link for order { $code }, because the payment service did not answer. Sorry! Your mangoes went back on the shelf. Nothing was charged.
    Still want them? One tap fills your cart again.

notices-order-cancelled = { $has_refund ->
    [no] Order { $code } is cancelled. Nothing was charged.
   *[other] Order { $code } is cancelled. { $refund } goes back to you, usually within 5–7 working days; we write when it is done.
}

## Money

notices-refund-processed = { $has_bank_reference ->
    [no] ✅ { $amount } for order { $code } has been refunded to you.
   *[other] ✅ { $amount } for order { $code } has been refunded to you. Bank reference: { $bank_reference }.
}

notices-payment-link-failed =
    We could not make a payment link for order { $code } just now. Your mangoes are still kept.
    { $online_only ->
        [yes] Please try again.
       *[no] Please try again, or pay in cash at the door.
    }

notices-payment-link-cancelled =
    The payment link for order { $code } was cancelled before it was paid. Your mangoes are still kept { $until }.
    { $online_only ->
        [yes] Tap *Pay online* for a new link.
       *[no] Tap *Pay online* for a new link, or pay in cash at the door.
    }

notices-payment-late-confirmed =
    🥭 Your payment of { $amount } came after the time was up, but we still had your mangoes.
    { "" }*Order { $code } is confirmed.* We deliver { $slot }.
    { $items }
    📍 { $home }, { $apartment }

notices-payment-late-refunded =
    Your payment of { $amount } for order { $code } came when the order had already ended, and it can no longer be filled.
    We are sending the whole amount back, usually within 5–7 working days. Sorry for the trouble.

notices-order-changed =
    ✏️ *We changed order { $code } for you.*
    { $items }
    📍 { $home }, { $apartment }
    We deliver { $slot }.
    Total { $total }{ $has_due ->
        [yes] , of which { $due } is to pay.
       *[no] , paid.
    }{ $has_refund ->
        [yes] { " " }{ $refund } goes back to you, usually within 5–7 working days.
       *[no] { "" }
    }
notices-prepay-here =
    Pay { $total } for order { $code } with the button below, { $until }; UPI, card and net banking all work.
    If you do not, nothing changes: you pay at the door.
notices-prepay-here-footer = Secured by Razorpay
notices-order-prepaid = ✅ Your payment of { $amount } for order { $code } is here. { $has_due ->
    [yes] { $due } is to pay at the door.
   *[no] There is nothing to pay at the door.
}
notices-payment-changed-refunded =
    Your payment of { $amount } for order { $code } was for what it was before you changed it. We are sending it back in full, usually within 5–7 working days.
    Your order stands as you changed it.

notices-payment-twice-refunded =
    Order { $code } was paid twice. We are sending the second payment of { $amount } back to you, usually within 5–7 working days. Your order stands.

notices-payment-cash-refunded =
    Your online payment of { $amount } for order { $code } came after you had chosen cash on delivery. We are sending it back in full, usually within 5–7 working days.
    Your order stands, to be paid at the door.

notices-payment-returned =
    We are sending your payment of { $amount } for order { $code } back to you, usually within 5–7 working days; we write when it is done.

notices-payment-parked =
    We received { $amount } for order { $code }, but { $due } was due. A person from our shop is looking at it and will write to you here.

## Deliveries

notices-bring-again-button = Bring it again
notices-leave-with-button = Somebody takes it
notices-money-back-button = Money back / cancel
notices-start-run-button = Start
notices-next-stop-button = Next stop
notices-word-reason-nobody-home = nobody opened
notices-word-reason-wrong-address = he could not find the address
notices-word-reason-gate-closed = he was not let in at the gate
notices-word-reason-refused = it was not accepted
notices-word-reason-no-cash-ready = the cash was not ready
notices-word-reason-damaged = the box was damaged
notices-word-reason-other-time = another time was wished
notices-word-reason-vehicle-or-rain = rain or his vehicle stopped him
notices-word-reason-window-postponed = its window was postponed
notices-out-for-delivery = 🛵 Order *{ $code }* is on its way with *{ $rider }*: { $stops ->
    [0] you are the next stop.
    [one] one stop before you.
   *[other] { $stops } stops before you.
}{ $has_due ->
    [yes] { " " }Please have { $due } ready, or pay by UPI at the door.
   *[no] { "" }
}{ $has_door_code ->
    [yes] { " " }Your code for the rider: *{ $door_code }*.
   *[no] { "" }
}
notices-order-delivered = ✅ Order *{ $code }* is delivered{ $has_keeper ->
    [yes] , to: { $keeper }
   *[no] { "" }
}.{ $has_collected ->
    [yes] { " " }We received { $collected }.
   *[no] { "" }
} Enjoy your mangoes! 🥭
notices-delivery-failed = We could not hand over order *{ $code }*: { $reason }. Your mangoes are safe with us.
    What shall we do?
notices-window-postponed = We are sorry: we cannot come { $slot }. Order *{ $code }* is safe{ $has_prepaid ->
    [yes] , and so is your money
   *[no] { "" }
}.
    Choose another time, or have it cancelled{ $has_prepaid ->
        [yes] { " " }with all your money back
       *[no] { "" }
    }.
notices-rider-run = 🛵 Your run, { $slot }: { $stops ->
    [one] one stop
   *[other] { $stops } stops
}, { $collect } to collect. Tap *Start* when you leave.
notices-rider-stop-added = ➕ A new stop is in your run: order { $code }.
notices-rider-stop-taken = ➖ Order { $code } is not in your run any more. Do not bring it.
notices-rider-stop-back = ↩️ { $name }, order { $code }, is in your run again: { $keeper }.
notices-rider-paid = ✅ The UPI payment for order { $code } is here.{ $has_due ->
    [yes] { " " }{ $due } more to collect in cash.
   *[no] { " " }Nothing more to collect.
}
notices-run-button = Open my run
notices-rider-link = 📱 Your run as a page, also in a bad net.
notices-rider-run-off = 🌧️ The rest of your run is off: its window is postponed. Please bring the boxes back.
notices-alert-delivery-unanswered = 📦 Order { $subject } came back ({ $reason }), and its customer has not said what to do. Please call them.
notices-alert-rider-cash-difference = 💰 The cash of run { $run } was counted { $difference } { $missing ->
    [yes] short
   *[no] over
}. It stands open until it is worked off.

## For the founder

notices-alert-other = ⚠️ { $matter } ({ $subject })
notices-alert-customer-wants-human =
    🙋 { $name } ({ $phone }) wants to talk to a person:
    { $kind ->
        [text] “{ $words }”
        [voice] (a voice note)
        [image] (a photo) { $words }
        [video] (a video) { $words }
        [document] (a document) { $words }
        [location] (a location) { $words }
        [contacts] (a contact card) { $words }
        [order] (a WhatsApp cart) { $words }
        [form] (a form) { $words }
        [edit] (changed a message:) “{ $words }”
        [sticker] (a sticker)
       *[other] ({ $kind }) { $words }
    }
    Reply to this message to answer. The bot stays silent in that chat until you hand it back.
notices-alert-customer-says =
    💬 { $name } ({ $phone }):
    { $kind ->
        [text] “{ $words }”
        [voice] (a voice note)
        [image] (a photo) { $words }
        [video] (a video) { $words }
        [document] (a document) { $words }
        [location] (a location) { $words }
        [contacts] (a contact card) { $words }
        [order] (a WhatsApp cart) { $words }
        [form] (a form) { $words }
        [edit] (changed a message:) “{ $words }”
        [sticker] (a sticker)
       *[other] ({ $kind }) { $words }
    }
    Reply to this message to answer.
notices-alert-customer-complains =
    😟 { $name } ({ $phone }) complains:
    { $kind ->
        [text] “{ $words }”
        [voice] (a voice note)
        [image] (a photo) { $words }
        [video] (a video) { $words }
        [document] (a document) { $words }
        [location] (a location) { $words }
        [contacts] (a contact card) { $words }
        [order] (a WhatsApp cart) { $words }
        [form] (a form) { $words }
        [edit] (changed a message:) “{ $words }”
        [sticker] (a sticker)
       *[other] ({ $kind }) { $words }
    }
    { $has_order ->
        [yes] The last order: *{ $order }*, { $order_status }, { $total }.
       *[no] There is no order of theirs.
    }
    Reply to this message to answer. The bot stays silent in that chat until you hand it back.
notices-alert-customer-bulk =
    📦 { $name } ({ $phone }) asks for a large order:
    { $kind ->
        [text] “{ $words }”
       *[other] ({ $kind }) { $words }
    }
    { $has_items ->
        [yes] Today that is { $items }: { $total } without delivery. Left: { $left }.
       *[no] No amount was named.
    }
    Reply to this message to answer. The bot stays silent in that chat until you hand it back.
notices-alert-customer-not-understood =
    🤖 I do not understand { $name } ({ $phone }) and have stopped answering what I do not understand:
    { $kind ->
        [text] “{ $words }”
        [voice] (a voice note)
        [image] (a photo) { $words }
        [video] (a video) { $words }
        [document] (a document) { $words }
        [location] (a location) { $words }
        [contacts] (a contact card) { $words }
        [order] (a WhatsApp cart) { $words }
        [form] (a form) { $words }
        [edit] (changed a message:) “{ $words }”
        [sticker] (a sticker)
       *[other] ({ $kind }) { $words }
    }
    Reply to this message to answer. It may be an automatic reply.
notices-alert-customer-file-lost =
    ⚠️ { $kind ->
        [voice] A voice note
        [image] A photo
        [video] A video
       *[other] A file
    } of { $name } could not be sent on to you. Reply to this message to ask for it again.
notices-word-order-status-awaiting-payment = not paid yet
notices-word-order-status-confirmed = confirmed
notices-word-order-status-packed = packed
notices-word-order-status-out-for-delivery = on its way
notices-word-order-status-delivered = delivered
notices-word-order-status-delivery-failed = not delivered
notices-word-order-status-cancelled = cancelled
notices-word-order-status-expired = not paid in time
notices-alert-message-set-aside = ⚠️ A customer's message failed at every try and was set aside ({ $subject }). They were told. Reason: { $reason }
notices-alert-news-set-aside = ⚠️ News from a provider failed at every try and was set aside ({ $subject }). Reason: { $reason }
notices-alert-webhook-not-readable = ⚠️ A signed webhook from { $subject } could not be read. It is kept for a look.
notices-alert-foreign-number = ⚠️ Webhooks for another phone number arrive here ({ $subject }). They are not handled: check the subscription at Meta.
notices-alert-whatsapp-account = { $about ->
    [errors] ⚠️ Meta reports trouble with our WhatsApp number (code { $event }): { $detail }
    [phone_number_quality_update] 🚨 Meta marks our WhatsApp number down ({ $event }{ $has_detail ->
        [yes] , { $detail }
       *[no] { "" }
    }), because people block or report us. Please send no offers for some days.
    [account_review_update] 🚨 Meta has reviewed our WhatsApp account: { $event }. It cannot be used like this.
    [phone_number_name_update] ⚠️ Meta did not take our display name: { $detail }
    [business_capability_update] ⚠️ Meta lets us write first to only { $event } people a day. Answers are not touched by that.
    [security] 🚨 The PIN of our WhatsApp number: { $event }. If that was not you, somebody is taking the number: change the PIN and the passwords now.
   *[account] ⚠️ Meta about our WhatsApp account: { $event }{ $has_detail ->
        [yes] { " " }({ $detail })
       *[no] { "" }
    }.
} Please look into WhatsApp Manager.
notices-alert-pictures-failed = ⚠️ WhatsApp could not show a picture of ours (code { $error_code }). Messages go without pictures then. Can Meta reach the address in JAMANGO_PUBLIC_URL?
notices-alert-form-changed = ⚠️ Meta changed our form { $subject } to { $status }. Customers order by taps and words until it is published again. Run jamango flows status.
notices-alert-form-refused = ⚠️ WhatsApp did not show our order form (code { $error_code }); the customer was asked in words. Run jamango flows status.
notices-alert-invariant-broken = 🚨 The books do not agree: rule { $subject }, { $rows } rows. Run jamango fsck.
notices-alert-invariant-not-checked = ⚠️ The rule { $subject } could not be checked: the database did not answer in time. Orders go on. If it stays so, run jamango fsck and look at the database's load.
notices-alert-job-late = ⚠️ The periodic task { $subject } has not come round for { $minutes } minutes. Chats and payments go on. If it stays so, look at jamango jobs and its Redis.
notices-alert-whatsapp-stopped = 🚨 WhatsApp does not let us send (code { $error_code }): { $detail } Messages wait until it is mended.
notices-alert-whatsapp-unreachable = ⚠️ WhatsApp has not answered for some minutes. Messages wait and go out later.
notices-alert-message-dead = ⚠️ A message about { $subject } could not be sent (code { $error_code }): { $detail }
notices-alert-message-failed = ⚠️ A message about { $subject } did not reach the customer (code { $error_code }). Please call them.
notices-alert-template-missing = ⚠️ WhatsApp does not have our template { $subject } ready (code { $error_code }). Run jamango templates status.
notices-alert-template-paused = ⚠️ Meta changed our template { $subject } to { $status }: { $reason }
notices-alert-identity-disputed = ⚠️ A phone number came with another WhatsApp account ({ $subject }). The old history was not handed over.
notices-alert-staff-phone-changed-hands = 🚨 The phone of a member of staff ({ $subject }) is now used by another WhatsApp account. It has no rights any more.
notices-alert-payment-uncaptured = ⚠️ Payment { $subject } for order { $order } is authorised but not captured. Check the capture setting at Razorpay.
notices-alert-link-strange = ⚠️ Payment link { $subject } has a state we do not know: { $status }
notices-alert-link-refused = ⚠️ Razorpay refused a payment link ({ $subject }): { $description }
notices-alert-order-changed = ✏️ Order { $code } was changed: { $items } → { $home }, { $apartment }, { $slot }. Total { $total }, { $due } to collect.
notices-alert-link-cancelled = ⚠️ The payment link of order { $order } was cancelled at Razorpay, not by us. The customer was told and can ask for a new one.
notices-alert-slot-pattern-unusable = ⚠️ No delivery times can be made of the weekly window { $window } in { $zone } (weekday { $weekday }, { $subject }): { $why }. All other windows are made. Please mend this one.
notices-alert-payment-parked = 🚨 Payment { $subject } for order { $order } does not match ({ $reason }, { $amount }). It is parked until you decide.
notices-alert-payment-late = ⚠️ Payment { $subject } for order { $order } came too late ({ $reason }). { $amount } goes back to the customer.
notices-alert-refund-failed = 🚨 The refund of { $amount } for order { $order } (payment { $payment }) failed: { $why } Please look at Razorpay.
notices-alert-refund-elsewhere = ⚠️ Somebody refunded { $amount } at Razorpay by hand ({ $subject }, { $refund }). The books have taken it over.
notices-alert-refund-slow = ⚠️ The refund of { $amount } ({ $subject }) has been on its way for days.
notices-alert-razorpay-keys = 🚨 Razorpay does not accept our keys. No payment link can be made until they are mended.
notices-alert-webhooks-stopped = ⚠️ Razorpay's webhooks seem to have stopped: none came for { $hours } hours, though customers paid. No payment is lost: we ask Razorpay ourselves, so orders are only confirmed a minute or two later. Please look at Razorpay under Webhooks: is ours switched on, and is its address right?
notices-alert-template-quality = ⚠️ People block or report what we send with the template { $subject }. If that goes on, Meta pauses it.
notices-alert-template-category = ⚠️ Meta moved our template { $subject } to the category { $category }, which costs differently.
notices-alert-payment-unknown = ⚠️ Razorpay knows payment { $subject }, which none of our links asked for. Please look at it there.
notices-alert-payment-dispute = 🚨 A customer disputes payment { $subject }. Answer at Razorpay in time, or the money is gone.

## Windows that are not delivered

notices-another-time-button = Another time
notices-cancel-button = Cancel order
notices-word-cause-rain = heavy rain
notices-word-cause-rider = a rider who cannot come
notices-word-cause-fruit = fruit that comes late
notices-word-cause-road = closed roads
notices-word-cause-other = something we could not plan for
notices-window-moved =
    🌧 Because of { $cause } we cannot deliver order { $code } at the time you chose, sorry!
    { "" }*We have moved it: { $slot }.*
    { $items }
    📍 { $home }, { $apartment }
    Total { $total }, as before. Does that not suit you? Choose another time, or cancel: what you paid goes back in full.
notices-window-cancelled =
    🌧 Because of { $cause } we cannot deliver order { $code }, sorry! It is cancelled. { $has_refund ->
        [no] Nothing was charged.
       *[other] { $refund } goes back to you, usually within 5–7 working days; we write when it is done.
    }

## A customer who wrote long ago

notices-write-back = You wrote to us and we have an answer for you. Write back here, and we go on.
