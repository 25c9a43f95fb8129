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
answers-windows = The next times that are open:
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
answers-ripe-line = • { $name }: { $ripeness }
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

## What we have not been told

answers-unknown = I do not know that for certain, and I would rather not guess. Type *talk to us* and a person answers.
