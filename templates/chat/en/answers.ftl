### Everyday questions, answered from the shop's own facts.

answers-line = • { $line }

## Delivery

answers-fee = { $charged ->
    [yes] Delivery to { $zone }: *{ $fee }*, free from { $free }. The smallest order is { $minimum }.
   *[no] Delivery to { $zone } is free. The smallest order is { $minimum }.
}
answers-area = We deliver here:
    { $lines }
answers-area-line = { "*" }{ $zone }:* { $places }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
answers-area-yes = Yes, we come to { $place }.
answers-area-unknown = I do not find “{ $place }” among our places.
answers-windows = { $then ->
    [yes] Yes, then we come:
    [no] We cannot come then. The next times that are open:
   *[any] The next times that are open:
}
    { $lines }
answers-where = { $has_address ->
    [yes] { $shop } is at { $address }; we bring the mangoes to your door.
   *[no] We sell here in the chat and bring the mangoes to your door.
}{ $has_hours ->
    [yes] { " " }We deliver { $hours }. You can order here at any hour.
   *[no] { " " }You can order here at any hour.
}

## Paying

answers-pay = You can pay online by UPI, card or net banking{ $cash ->
    [yes] , or in cash at the door: up to { $first } on a first order, up to { $cap } after that.
    [same] , or in cash at the door up to { $cap }.
    [later] ; from your second order on also in cash at the door, up to { $cap }.
   *[no] . Cash is not possible at the moment.
}

## Fruit

answers-ripe = Counted from the day they reach you:
    { $lines }
answers-ripe-line = • { $name }: { $ripeness }{ $known ->
    [yes] , picked { $picked }
   *[no] { "" }
}
answers-suits = { $use ->
    [pickle] For pickle
    [juice] For aamras and juice
   *[salad] For salad
}{ $any ->
    [yes] : { $names }.
   *[no] {" "}we have nothing in particular today.
}
answers-here = Here today:
    { $lines }
answers-left = • { $name }: { $left } { $unit ->
    [dozen] dozen
    [kilo] kg
    [piece] pieces
   *[gram] g
} left, until around { $until }
answers-not-ours = We do not have { $name }.
answers-sum = At today's prices, without delivery:
    { $lines }
    { "*" }Together { $total }*
answers-best = Here today, the soonest ripe first. Type a name to read how it tastes.
    { $lines }
answers-rate = Today's prices:
    { $lines }
answers-rate-line = { "*" }{ $name }:* { $prices }
answers-price = { $pack } { $price }
answers-season = { $has_here ->
    [yes] In season now: { $here }.
   *[no] Nothing is in season at the moment.
}{ $has_coming ->
    [yes] { "\u000A" }{ $coming }
   *[no] { "" }
}
answers-season-coming = { $name } comes around *{ $day }*.
answers-season-over = The { $name } season is over, sorry.

## Orders

answers-no-order = You have no order with us yet.
answers-no-order-coming = You have no order that is still to come.
answers-offers = Write just *stop*, and we send you no more offers. Messages about your orders still come.
answers-cancelling = An order can be cancelled until it is packed: type *cancel*. What is paid goes back the way you paid, in 5 to 7 working days.
answers-track = Order *{ $code }*: { $status }
answers-bill = Order *{ $code }*
    { $lines }{ $discounted ->
        [yes] { "\u000A" }Discount: −{ $discount }
       *[no] { "" }
    }
    Delivery: { $fee }
    { "*" }Total: { $total }*, { $money ->
        [online] paid online
        [at_the_door] paid at the door
        [due_at_the_door] to be paid at the door
        [part] { $prepaid } is paid, { $due } is to pay
        [part_done] { $prepaid } paid online, { $due } at the door
       *[open] not paid yet
    }
answers-refund = { $status ->
    [sent] { $amount } of order *{ $code }* went back to you on { $sent }{ $referred ->
        [yes] {" "}(bank reference { $reference })
       *[no] { "" }
    }. If you do not see it yet, banks need up to 7 working days.
    [failed] The refund of { $amount } for order *{ $code }* did not go through at first. A person is looking at it and writes to you here.
   *[going] { $amount } of order *{ $code }* is on its way back since { $since }. Banks need 5 to 7 working days, so it should be there by { $by }.
}
answers-refund-none = I find no refund of yours. I have told the person who runs the shop; the answer comes right here.

## What we have not been told

answers-fixed-price = Everyone gets the same price here, so I cannot give it for less. 🙏
answers-unknown = I do not know that for certain, and I would rather not guess. Type *talk to us* and a person answers.
