### Ordering mangoes.

## Menu

ordering-menu-first = Namaste{ $named ->
    [yes] { " " }{ $name }
   *[no] { "" }
}! 🥭 { $shop } ke meethe, pake aam seedhe aapke ghar.

    { $promise }

    Dekhiye aur apni pasand chuniye.
ordering-menu-again = Aaj kaun se aam bhejein? 🥭

    { $promise }
ordering-menu-promise = Agli delivery: *{ $slot }*
    { $charged ->
        [yes] Delivery { $fee }, { $free } se free.
       *[no] Delivery free.
    }
ordering-menu-no-slot = Agle kuch dino ki delivery bhar chuki hai. Naye time jald khulenge.
ordering-menu-empty = Aaj ke saare aam bik gaye. Kal phir likhiye, ya humse poochh lijiye ki aage kya aa raha hai.
ordering-order-coming = Aapka order *{ $code }* *{ $slot }* pahunchega.
ordering-menu-list-button = Aam dekhiye
ordering-mangoes-section = Is season ke aam
ordering-elsewhere-section = Aur
ordering-more-mangoes-row = Aur aam
ordering-my-orders-row = Mere order
ordering-help-row = Madad aur bhasha
ordering-help-row-description = English · हिन्दी · Hinglish
ordering-privacy-footer = Aapka number aur pata sirf delivery ke kaam aata hai.
ordering-variety-line = { $price } · { $pack } · { $ripeness }{ $scarce ->
    [yes] { " " }· { $left } bache
   *[no] { "" }
}
ordering-variety-gone = Maaf kijiye, wo abhi-abhi khatam ho gaye. Abhi ye aam hain.
ordering-nothing-to-repeat = { $ordered ->
    [yes] Aapka pichhla order aaj poora nahi ban paayega. Abhi ye aam hain.
   *[no] Aapka koi pichhla order nahi mila. Abhi ye aam hain.
}

## Variety

ordering-variety = *{ $name }*
    { $story }

    { $prices }

    Ghar pahunchne par: { $ripeness }.{ $scarce ->
        [yes] { " " }Sirf { $left } × { $pack } bache hain!
       *[no] { "" }
    }
    Pack chuniye, ya likhiye kitne chahiye.
ordering-pack-line = { $pack } — *{ $price }*
ordering-other-mangoes-button = Doosre aam
ordering-other-mangoes-row = Doosre aam
ordering-packs-list-button = Pack chuniye
ordering-which-pack = *{ $name }*: kaun se { $count }? 🥭
ordering-no-such-pack = *{ $name }* in packs mein aata hai. Kaun sa chahiye?
ordering-counted-pack = { $count } × { $pack }

## Cart

ordering-cart = *Aapki cart*
    { $lines }
ordering-line-short = ⚠️ { $name } ke sirf { $left } bache hain.
ordering-line-gone = { $name } ab nahi mil rahe, isliye cart se hata diye.
ordering-cart-fee = Delivery: { $fee }
ordering-cart-fee-later = Delivery: { $fee }, pate ke hisaab se
ordering-cart-total = *Total: { $total }*
ordering-cart-minimum = Kam se kam order ke liye { $missing } ke aam aur jodiye.
ordering-cart-free = { $missing } ke aam aur lene par delivery free.
ordering-cart-empty = Aapki cart khaali hai.
ordering-cart-emptied = Theek hai, cart khaali kar di.
ordering-undone = Wapas le liya. Pehle aisa tha:
ordering-nothing-to-undo = Is tokri mein wapas lene ko kuch nahi hai. Jo order ho chuka hai, use badalne ya cancel karne ke liye *mere order* likhiye.
ordering-already-in-cart = Ye cart mein aa chuka hai. Aur chahiye to likhiye, jaise *3 kar dijiye*.
ordering-checkout-button = Order kijiye
ordering-add-more-button = Aur jodiye
ordering-change-button = Badaliye
ordering-which-line = Kya badalna hai?
ordering-lines-list-button = Aapke aam
ordering-line = { $pack } × { $quantity } · { $amount }
ordering-empty-cart-row = Cart khaali kijiye
ordering-how-many = Abhi: *{ $fruit }*.
    Kitne chahiye? Chuniye, ya number likhiye.
ordering-quantity-list-button = Kitne
ordering-remove-row = Hata dijiye

## Where

ordering-where = Aam kahan pahunchayein? 🏡

    Society aur flat ek saath likhiye, jaise *{ $example }*. Location bhi bhej sakte hain, ya list se chuniye.
ordering-where-known = Kis pate par? 🏡

    List se chuniye, ya doosra pata likhiye, jaise *{ $example }*.
ordering-where-nowhere = Abhi kahin bhi delivery nahi ho rahi. *baat karni hai* likhiye, hum koi raasta nikalenge.
ordering-apartments-list-button = Chuniye
ordering-which-apartment = { $said ->
    [yes] *{ $line }*: ye kis society mein hai?
   *[no] Inme se kaun si society hai?
}
ordering-outside = Maaf kijiye, wahan hum abhi nahi pahunchte. Hum yahan aate hain: { $places }{ $more ->
    [yes] { " " }aur { $rest } aur jagah
   *[no] { "" }
}.
ordering-flat = *{ $apartment }*. { $asked ->
    [flat] Flat number bataiye
   *[both] Tower aur flat number bataiye
}, jaise *{ $example }*.
ordering-flat-form = *{ $apartment }*. { $asked ->
    [flat] Flat number
   *[both] Tower aur flat number
} neeche ke form mein bhar dijiye, ya likh dijiye, jaise *{ $example }*.
ordering-which-tower = *{ $apartment }*{ $said ->
    [yes] , { $line }
   *[no] { "" }
}: kaun sa tower?
ordering-no-such-tower = *{ $apartment }* mein { $tower } naam ka koi tower nahi hai.
ordering-towers-list-button = Tower
ordering-this-home = Maine *{ $line }, { $apartment }* padha, baaki samajh nahi aaya. Pata yahi hai? Delivery wale ko aur kuch batana ho to baad mein message mein likh sakte hain.
ordering-this-home-button = Haan, yahi hai
ordering-phone-which = { $count ->
    [one] Kya delivery wala is number par phone kare?
   *[other] Isme ek se zyada number hain. Delivery wala kis par phone kare?
}
ordering-phone-odd = Isme koi ek phone number nahi mila, isliye kuch nahi likha.
ordering-phone-noted = Delivery wala { $phone } par phone karega.
ordering-move-where = Order *{ $code }* *{ $home }, { $apartment }* ja raha hai. Pack hone tak kisi aur pate par bheja ja sakta hai.
ordering-nothing-to-move = Abhi koi order nahi aa raha aur cart khaali hai, isliye badalne ko koi pata nahi hai. Order karte samay hum pata poochhenge.
ordering-phone = Delivery wala kis number par phone kare? Button daba kar apna number bhejiye, ya likh dijiye.

## When

ordering-when = Pata: *{ $line }, { $apartment }*. Kab aayein?
ordering-when-none = { $line }, { $apartment } ke liye saare time bhar chuke hain. Kal phir dekhiye, ya doosra pata chuniye.
ordering-slots-list-button = Delivery ka time
ordering-which-window = Inme se kaun sa time?
ordering-which-window-of-day = *{ $day }*: kaun sa time?
ordering-brought-there = 📍 Ab *{ $line }, { $apartment }* par pahunchayenge.
ordering-no-such-window = Us time hum nahi aate. Ye time khaali hain.
ordering-slot-left = { $left ->
   *[other] Sirf { $left } jagah bachi
}
ordering-other-address-row = Doosra pata
ordering-other-address-button = Doosra pata

## Summary

ordering-summary = *Aapka order*
    { $lines }
    Delivery: { $fee }
    { "*" }Total: { $total }*

    📍 { $home }, { $apartment }
    🕗 { $slot }{ $noted ->
        [yes] { "\u000A" }📝 { $note }
       *[no] { "" }
    }

    Aapke aam *{ $until }* tak rakhe hain. Payment kaise karenge?
ordering-cash-or-online = Online ya delivery par cash? Ek chun lijiye, bas ho gaya.
ordering-online-only = Ye wala online dena hoga. Button dabaiye, bas ho gaya.
ordering-pay-online-button = Online dijiye
ordering-pay-cash-button = Delivery par cash
ordering-change-something-button = Kuch badaliye
ordering-changes = Kya badalna hai?
ordering-changes-list-button = Chuniye
ordering-change-items-row = Aam
ordering-change-home-row = Pata
ordering-change-slot-row = Delivery ka time
ordering-change-note-row = Delivery wale ko message
ordering-change-cancel-row = Ye order cancel kijiye
ordering-note = Delivery wale ko kya batayein? Ek line likhiye, jaise *do baar ghanti bajaiye* ya *guard ko de dijiye*.
ordering-no-note-button = Koi message nahi
ordering-add-more-row = Aur aam jodiye
ordering-change-cart-row = Cart badliye
ordering-price-changed = Is beech daam badal gaye hain, order se pehle ek baar dekh lijiye.
ordering-cheaper = 💡 *{ $name }*: { $packs } mein utne hi aam { $saved } saste hain. Kuch aur badalna ho to bas likh dijiye.
ordering-cheaper-button = { $saved } bachaiye

## Paying

ordering-pay-here = Order *{ $code }* ke *{ $total }*. Aapke aam *{ $until }* tak rakhe hain.

    Pehle kuch badalna ho to *cancel* likhiye.
ordering-pay-button = Payment kijiye
ordering-not-paid-yet = Payment abhi hum tak nahi pahuncha. De chuke hain to ek minute rukiye, dobara mat dijiye: confirmation apne aap aa jaayega.
ordering-link-coming = Ek pal, order *{ $code }* ka payment link aa raha hai.

## Same as last time

ordering-again = Phir se swagat hai! *Pichhli baar wala hi bhej dein?*

    { $basket }
    📍 { $home }, { $apartment }
    🕗 { $slot }
    { "*" }Total: { $total }*
ordering-yes-cash-button = Haan, cash
ordering-yes-online-button = Haan, online
ordering-see-mangoes-button = Aam dekhiye
ordering-see-mangoes-row = Aam dekhiye
ordering-my-orders-button = Mere order
ordering-human-button = Humse baat kijiye

## Pieces of sentences

phrase-ripe-now = khane ke liye taiyaar
phrase-ripe-within = { $days } din ke andar pakenge
phrase-ripe-in = { $days } din mein pakenge{ $last ->
   *[other] { "" }
}
phrase-fruit = { $quantity } × { $name }, { $pack }
phrase-line = { $fruit } — { $amount }
phrase-more-lines = … aur { $count }
phrase-free = free
phrase-between = { $begins ->
    [none] { $highest } tak
   *[some] { $lowest }–{ $highest }
}
