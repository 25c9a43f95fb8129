### Signing in on the web by a word.

login-which-number = Somebody wants to sign in to our web shop as you, in { $browser }. If that is you, choose the number that the page shows. If not, choose “Not me”: nothing happens then.
login-which-number-office = Somebody wants to sign in to the office as you, in { $browser }. If that is you, choose the number that the page shows. If not, choose “Not me”: nothing happens then.
login-numbers-list-button = Choose number
login-not-me-row = Not me
login-done = Done, you are signed in there. Go back to the page.
login-wrong = That is not the number, so nobody was signed in. If it was you, ask the page for a new word.
login-nobody = Nobody was signed in. Thank you for looking closely.
login-word-over = That word does not sign anybody in any more. Ask the page for a new one.

## A cart that goes along

cart-word-over = That word for a cart is over. Ask the page for a new one.
cart-on-web = Your cart goes with you into the web shop: this link works for half an hour.
cart-on-web-empty = This is our web shop.
cart-on-web-button = Open web shop
