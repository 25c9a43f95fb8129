### What people may say, in this language. Every language is understood in every chat.

# The writing, as Unicode names it.
commands-writing = LATIN
# Words that give the language away in the first message.
commands-betraying-words = the, please, want, order
commands-greet = hi, hii, hello, helo, hey, heya, good morning, good afternoon, good evening, start over, restart, begin, hi there, hello there
commands-menu = menu, mangoes, mango, list, home, main menu, show menu, see mangoes, show mangoes, rates, price, prices, price list, shop, buy, order, order now, i want mangoes, want mangoes, what do you have
commands-cart = cart, my cart, basket, bag, show cart, view cart
commands-checkout = checkout, check out, place order, done, thats all, that is all, proceed
commands-pay = pay, pay now, payment, payment link, link, send link, pay link
commands-orders = my orders, my order, orders, order history, history, order status, past orders
commands-track = track, track order, track my order, where is my order, when will it come, where is it, status, delivery status
commands-cancel = cancel, cancel order, cancel my order, cancel it
commands-repeat = repeat, same again, same as last time, order again, again, reorder, repeat order, same order, same
commands-change-address = change address, address, new address, other address
commands-change-slot = change slot, change time, change delivery time, slot, slots, another time
commands-help = help, info, how, how does it work, commands, options, faq
commands-human = talk to us, talk, human, agent, person, call me, call, talk to someone, talk to a person, talk to human, complaint, support, customer care, customer support, owner, delete my data, delete data, speak to someone, contact, contact us
commands-language = language, change language, languages
commands-language-en = english, in english, speak english
commands-stop = stop, unsubscribe, stop messages, stop offers, no offers, opt out
commands-start = start, subscribe, start offers, opt in
commands-thanks = thanks, thank you, thank u, thx, ty, thanks a lot, many thanks, ok, okay, ok thanks, ok thank you, okay thanks, great, nice, good, perfect, cool, awesome, super, bye
commands-yes = yes, y, yeah, yep, ok, okay, sure, yes please, confirm
commands-no = no, n, nope, not now, no thanks
commands-remove = remove, delete, take out, drop, without
commands-filler = make, it, them, please, of, add, i, want, need, give, me, only, just, pcs, pieces, nos, more, a, change, to, set, x
commands-cash = cash, cod, cash on delivery
commands-online = online, upi, card, gpay, phonepe, paytm, pay online
commands-home-words = tower, wing, block, building, bldg, flat, apt, unit, house, door, no, number, floor
commands-number-1 = one
commands-number-2 = two
commands-number-3 = three
commands-number-4 = four
commands-number-5 = five
commands-number-6 = six
commands-number-7 = seven
commands-number-8 = eight
commands-number-9 = nine
commands-number-10 = ten
commands-number-11 = eleven
commands-number-12 = twelve
commands-language-hi = hindi, in hindi
commands-founder-waiting = waiting, who is waiting
