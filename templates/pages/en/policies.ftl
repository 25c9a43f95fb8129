### What the shop says of itself.

delivery-how = We bring your mangoes to your door in the time you choose, and hold fruit and time for you while you pay.
delivery-windows = Times of the day
delivery-terms = { $charged ->
    [yes] Delivery { $fee }, free from { $free }. Smallest order { $minimum }.
   *[no] Delivery is free. Smallest order { $minimum }.
}
delivery-nowhere = We do not deliver anywhere at the moment.

refunds-cancel-title = Cancelling
refunds-cancel = You can cancel until your order is packed, here or in the chat. After that, write to us.
refunds-back-title = How money comes back
refunds-back = The whole sum goes back to the account or card it came from, usually within 5–7 working days. You see on the page of your order that it is on its way.
refunds-bad-title = Bad fruit
refunds-bad = Tell us within 24 hours of delivery, with a photo. We replace it or return the money for it.
refunds-failed-title = We could not hand it over
refunds-failed = You choose: we bring it again, leave it with a neighbour or the guard, or return the money.

privacy-what-title = What we know of you
privacy-what = Your number or name on WhatsApp, the addresses and orders you gave us, our messages with you, and that you paid. We never see your card or bank details: Razorpay does.
privacy-why-title = What for
privacy-why = To bring your mangoes and tell you about them. Offers come only if you asked for them, and “stop” ends them at once.
privacy-who-title = Who else sees it
privacy-who = The rider sees your name, address and number for the delivery. WhatsApp carries our messages and Razorpay your payments. Nobody buys anything about you.
privacy-long-title = For how long
privacy-long = Messages and photos are removed after some months, orders and payments after the years that tax law asks for.
privacy-rights-title = Your rights
privacy-rights = Under My profile you see and take away all we hold, change your consent, and have everything erased that the law does not make us keep.

contact-name-is = Shop
contact-address = Address
contact-fssai = FSSAI licence
contact-gstin = GSTIN
contact-phone-is = Phone
contact-email = E-mail
