### Jo order ke baare mein kaha gaya. Labels: buttons 20 characters.

## Questions about fruit

ordering-ask-mix = *{ $name }*, { $amount }: ye pack mein aate hain. Kaun sa theek hai?
ordering-ask-left = *{ $name }*: { $amount } itne nahi bache. { $first } bache hain, { $price }. Ye bhej dein?
ordering-ask-range = *{ $name }*: kitne bhejein?
ordering-ask-price = *{ $name }*: aaj { $first } ka daam { $price } hai, { $rupees } nahi. Bhej dein?
ordering-ask-instead = Jo cart mein hai uski jagah *{ $name }* kar dein?
ordering-ask-unsure = Kya aap *{ $name }* keh rahe hain? { $first }, { $price }.
ordering-ask-variety = Inme se kaun sa?
ordering-ask-number = *{ $name }*: { $first } kar dein? Daam { $price }.
ordering-which-fruit = { $counted ->
    [yes] { $amount }, kaun sa aam?
   *[no] Kaun sa aam chahiye?
}
ordering-stranger = Maaf kijiye, { $name } hamare paas nahi hai. Ye sab hai.
ordering-not-in-cart = Wo aapki cart mein nahi hai.
ordering-which-for-that = Kaun se aam bhejein?
ordering-way-noted = { $way ->
    [cash] 💵 Likh liya: delivery par cash.
   *[online] 💳 Likh liya: online payment.
} Aakhir mein ek button dabaiye, bas.
ordering-time-noted = 🕗 Likh liya: { $when }.
ordering-home-noted = 📍 Likh liya: { $home }.
ordering-one-home = Ek order ek hi pate par jata hai. Ye kis pate ke liye hai? Doosre pate ka alag order kar lijiye.
ordering-note-noted = 📝 Delivery wale ke liye likh liya: { $note }

## Is it right?

ordering-read-right = Main itna samjha, har shabd nahi:

    { $words }

    Kya ye theek hai? Abhi kuch kiya nahi hai.
ordering-read-right-button = Haan, theek hai

## Saying it back

said-amount = { $unit ->
    [dozen] { $count } darjan
    [piece] { $number ->
        [one] { $count } aam
       *[other] { $count } aam
    }
    [kilo] { $count } kilo
    [gram] { $count } gram
    [box] { $count } peti
    [pack] { $count } pack
   *[none] { $count }
}
said-item = • { $change ->
    [remove] hatana hai: { $counted ->
        [yes] { $amount } { $name }
       *[no] { $name }
    }
    [less] { $amount } { $name } kam
    [add] { $amount } { $name } aur
   *[set] { $counted ->
        [yes] { $amount } { $name }
       *[no] { $name }
    }
}
said-again = • pichhli baar wala hi
said-when = 🕗 { $when }
said-home = 📍 { $home }
said-payment = { $way ->
    [cash] 💵 delivery par cash
   *[online] 💳 online
}
said-phone = 📞 { $phone }
said-note = 📝 { $note }
said-nothing = • ek order
said-part = { $part ->
    [morning] subah
    [afternoon] dopahar
    [evening] shaam
   *[night] raat
}
