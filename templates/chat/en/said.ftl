### What somebody said of an order: asked about, or said back. Labels: buttons 20 characters.

## Questions about fruit

ordering-ask-mix = *{ $name }*, { $amount }: it comes in packs. Which is right?
ordering-ask-left = *{ $name }*: { $amount } is more than there is. Left are { $first } for { $price }. Shall we take those?
ordering-ask-range = *{ $name }*: how much shall it be?
ordering-ask-price = *{ $name }*: today { $first } costs { $price }, not { $rupees }. Shall we take it?
ordering-ask-instead = *{ $name }* in the place of what is in your cart?
ordering-ask-unsure = Did you mean *{ $name }*? { $first } costs { $price }.
ordering-ask-variety = Which one shall it be?
ordering-ask-number = *{ $name }*: shall it be { $first } for { $price }?
ordering-which-fruit = { $counted ->
    [yes] { $amount } of which mango?
   *[no] Which mango would you like?
}
ordering-stranger = We do not have { $name }, sorry. This is what we have.
ordering-not-in-cart = That is not in your cart.
ordering-which-for-that = Which mangoes shall we bring?
ordering-way-noted = { $way ->
    [cash] 💵 Noted: cash on delivery.
   *[online] 💳 Noted: you pay online.
} One tap at the end confirms it.
ordering-time-noted = 🕗 Noted: { $when }.
ordering-home-noted = 📍 Noted: { $home }.
ordering-one-home = One order goes to one home: which one is this for? The other can be an order of its own.
ordering-note-noted = 📝 Noted for the rider: { $note }

## Is it right?

ordering-read-right = This is what I understood, but not every word of it:

    { $words }

    Is that right? Nothing is done yet.
ordering-read-right-button = Yes, that is right

## Saying it back

said-amount = { $unit ->
    [dozen] { $count } dozen
    [piece] { $number ->
        [one] { $count } piece
       *[other] { $count } pieces
    }
    [kilo] { $count } kg
    [gram] { $count } g
    [box] { $number ->
        [one] { $count } box
       *[other] { $count } boxes
    }
    [pack] { $number ->
        [one] { $count } pack
       *[other] { $count } packs
    }
   *[none] { $count }
}
said-item = • { $change ->
    [remove] take out { $counted ->
        [yes] { $amount } { $name }
       *[no] { $name }
    }
    [less] { $amount } { $name } less
    [add] { $amount } { $name } more
   *[set] { $counted ->
        [yes] { $amount } { $name }
       *[no] { $name }
    }
}
said-again = • the same as last time
said-when = 🕗 { $when }
said-home = 📍 { $home }
said-payment = { $way ->
    [cash] 💵 cash on delivery
   *[online] 💳 pay online
}
said-phone = 📞 { $phone }
said-note = 📝 { $note }
said-nothing = • an order
said-part = { $part ->
    [morning] morning
    [afternoon] afternoon
    [evening] evening
   *[night] night
}
