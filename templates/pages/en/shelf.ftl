### The shelf, a variety, the cart.

menu-label = Shop
menu-mangoes = Mangoes
menu-mine = My orders
menu-policies = About the shop
policy-delivery = Delivery
policy-refunds = Refunds
policy-privacy = Privacy
policy-contact = Contact

## Home

home-choose = Choose mangoes
home-window = Next delivery: { $window }
home-areas-title = Where we deliver

## The shelf

shelf-title = Our mangoes
shelf-filters = Show only
shelf-ripe-now = Ready to eat
shelf-ripe-later = Ripe in a few days
shelf-most = Up to { $price }
shelf-all = Also what is coming
shelf-left = Only { $left } left
shelf-sold-out = Sold out
shelf-coming = From { $day }
shelf-empty-title = Nothing fits that
shelf-empty-text = Take a filter away, or look at all our mangoes.
shelf-empty-all = Show all mangoes

## A variety

product-ripeness = Ripeness
product-grade = Size
product-season = Season
product-each = { $grade } each
product-season-days = { $first } to { $last }
product-pack = How would you like them?
product-quantity = How many?
product-left = only { $left } left
product-add = Put into the cart
product-sold-out = { $name } is sold out for now.
product-coming = { $name } comes around { $day }.
product-over = The season of { $name } is over. It comes back next year.
product-tell-me = Tell me on WhatsApp when { $name } is here
product-waits = We tell you once on WhatsApp when { $name } is here.
product-stop = Do not tell me
product-others = See all our mangoes
told-in-cart = It is in your cart.

## The cart

cart-title = Cart
cart-gone = { $name } is not on sale any more, so it is not counted.
cart-short = only { $left } left
cart-less = One { $name } less
cart-more = One { $name } more
cart-remove = Remove { $name }
cart-items = Mangoes
cart-fee = Delivery
cart-fee-none = free
cart-fee-later = depends on where you live
cart-total = Total
cart-minimum = Our smallest order there needs { $missing } more.
cart-free = { $missing } more and delivery is free.
cart-checkout = Check out
cart-add-more = Add more
cart-empty-title = Your cart is empty
cart-empty-text = Mangoes that you choose here or in the chat wait in it for you.
cart-empty-shelf = Choose mangoes
