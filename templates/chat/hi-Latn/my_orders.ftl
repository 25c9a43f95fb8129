### My orders: the list, one order, cancelling.

my-orders-list = Aapke order:
my-orders-list-button = Mere order
my-orders-none = Abhi tak koi order nahi. Shuruaat karein? 🥭
my-orders-line = { $status ->
    [awaiting_payment] Payment baaki
    [confirmed] Pakka
    [packed] Pack ho gaya
    [out_for_delivery] Raaste mein
    [delivered] Pahunch gaya
    [delivery_failed] Pahuncha nahi paaye
    [expired] Time par payment nahi hua
    [no_link] Payment link nahi bana
    [money_here] Aapka payment dekh rahe hain
    [money_here_over] Aapka payment dekh rahe hain
   *[cancelled] Cancel
} · { $day }
my-orders-status = { $status ->
    [awaiting_payment] Payment ka intezaar hai. *{ $until }* tak aam aapke liye rakhe hain. Payment hone par *{ $slot }* pahunchega.
    [confirmed] Order pakka hai aur *{ $slot }* pahunchega.
    [packed] Pack ho gaya hai aur *{ $slot }* pahunchega.
    [out_for_delivery] Raaste mein hai, *{ $slot }*.
    [delivered] Pahunch gaya. Ummeed hai pasand aaye honge!
    [delivery_failed] Hum de nahi paaye. Phir se laayein?
    [expired] Time par payment nahi hua, isliye aam wapas rakh diye gaye.
    [no_link] Payment link nahi ban paaya, isliye aam wapas rakh diye gaye. Koi paisa nahi kata.
    [money_here] Iske liye hume { $parked } mile hain. Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega.
    [money_here_over] Iske liye hume { $parked } mile hain, aur aam wapas rakh diye gaye. Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega.
   *[cancelled] Cancel ho chuka hai.
}
my-orders-order = *Order { $code }*
    { $status }

    { $lines }
    Delivery: { $fee }
    { "*" }Total: { $total }*{ $method ->
        [online] { " " }(online)
        [cod] { " " }(delivery par cash)
        [part] { " " }({ $prepaid } ka payment ho chuka, { $due } darwaze par)
       *[none] { "" }
    }
    📍 { $home }, { $apartment }{ $noted ->
        [yes] { "\u000A" }📝 { $note }
       *[no] { "" }
    }
my-orders-parked = ℹ️ Aapke { $parked } hamare paas hain, jo is order mein nahi lage. Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega.
my-orders-money-owed = ℹ️ Is order ke { $owed } abhi aapko wapas nahi pahunche hain. Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega.
my-orders-parked-waits = Order *{ $code }* ke liye hume { $parked } mile hain. Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega.

    Dobara paise mat dijiye. Paise wapas chahiye to order cancel kijiye.
my-orders-money-back-button = Paise wapas chahiye
my-orders-pay-button = Payment kijiye
my-orders-again-button = Phir se mangaiye
my-orders-cancel-button = Cancel kijiye
my-orders-nothing-to-cancel = Cancel karne ke liye koi order nahi hai.
my-orders-only-a-cart = Abhi kuch order nahi hua, isliye cancel karne ko kuch nahi hai. Ye aam nahi chahiye to *sab hata dijiye* likhiye.
my-orders-stands = Kuch cancel nahi hua: aapka order bana hua hai.
my-orders-really-cancel = { $several ->
    [yes] Order *{ $code }*, sab cancel kar dein?
   *[no] Order *{ $code }* cancel kar dein?
}{ $paid ->
    [yes] { " " }{ $refund } jaise aapne diye the, waise hi 5 se 7 working days mein laut aayenge.
   *[no] { " " }Iske liye koi paisa nahi liya gaya hai.
}
my-orders-yes-cancel-button = Haan, cancel kijiye
my-orders-keep-button = Rehne dijiye
my-orders-cancelled = { $several ->
    [yes] Order *{ $code }* cancel ho gaye.
   *[no] Order *{ $code }* cancel ho gaya.
}{ $paid ->
    [yes] { " " }{ $refund } wapas bhej diye hain; bank ko 5 se 7 working days lagte hain.
   *[no] { "" }
}

## Order badalna

my-orders-change-button = Order badliye
my-orders-which = { $wish ->
    [wants_cancel] Kaun sa order cancel karna hai?
    [prepays] Kiska payment karna hai?
    [pays_at_door] Kiska payment karna hai?
   *[other] Kaun sa order badalna hai?
}
my-orders-cart-row = Naya order poora kijiye
my-orders-nothing-to-change = Aapka koi order aana baaki nahi hai, isliye badalne ko kuch nahi hai.
my-orders-what-to-change = Order *{ $code }* mein kya badalna hai? Pack hone tak sab badal sakta hai.
my-orders-prepay-row = Online payment kijiye
my-orders-cash-after-all-row = Cash hi dijiye
my-orders-which-window = Order *{ $code }* kab laayein?
my-orders-no-other-window = Maaf kijiye, abhi kisi aur time mein jagah nahi hai.
my-orders-other-times-there = Wahan hum doosre time par aate hain.
my-orders-which-fruit = Order *{ $code }* ke kaun se aam kam ya zyada karne hain? Koi aur aam bhi jod sakte hain.
my-orders-fruit-line = { $quantity } × { $pack }
my-orders-fruit-more = jodiye: { $pack } · { $price }
my-orders-fruit-stranger = Woh aam abhi hamare paas nahi hai.
my-orders-fruit-not-there = Woh is order mein nahi hai.
my-orders-how-many = { $fruit } ki jagah kitne?
my-orders-change-to = *Order { $code } aisa hoga:*
my-orders-change-slot = 🕗 { $old_slot } ki jagah *{ $slot }*
my-orders-change-home = 📍 { $old_home }, { $old_apartment } ki jagah *{ $home }, { $apartment }*
my-orders-change-note = { $noted ->
    [yes] 📝 { $note }
   *[no] 📝 koi note nahi
}
my-orders-change-same-total = Kul rakam { $total } hi rahegi.
my-orders-change-total = Delivery: { $fee }
    { "*" }Kul: { $total }* (abhi { $old_total })
    { $kind ->
        [refund] { $refund } aapko 5 se 7 kaamkaaji dinon mein wapas milenge.
        [door] { $link ->
            [yes] { $due } online dene hain; payment link aayega.
           *[no] { $due } darwaze par dene hain, ya online: *pay* likhiye.
        }
        [unpaid] { $link ->
            [yes] Naya payment link aayega; purana band ho jaayega.
           *[no] Abhi kuch payment nahi hua hai.
        }
       *[paid] Payment ho chuka hai.
    }
my-orders-yes-change-button = Haan, badliye
my-orders-keep-as-it-is-button = Waisa hi rahe
my-orders-nothing-changes = Order *{ $code }* pehle se aisa hi hai.
my-orders-proposal-is-old = Yeh nahi badla: order ya uska daam ab woh nahi hai jo tab tha. Abhi aisa hai.
my-orders-changed = ✅ Order *{ $code }* badal gaya.
my-orders-changed-refund = { $refund } aapko wapas aa rahe hain; bank 5 se 7 kaamkaaji din lete hain.
my-orders-changed-due = { $due } darwaze par dene hain. Online dene hon to *pay* likhiye.
my-orders-changed-link = { $renewed ->
    [yes] { $due } ka naya payment link aa raha hai; purana istemaal mat kijiye.
   *[no] { $due } ka payment link aa raha hai.
}
my-orders-noted = { $noted ->
    [yes] ✅ Order *{ $code }* ke delivery wale ke liye: { $note }
   *[no] ✅ Order *{ $code }* par ab koi note nahi hai.
}
my-orders-link-is-out = { $due } yahan dijiye: { $url }
my-orders-pays-at-door = ✅ { $due } darwaze par dene hain.

## An order that came back

my-orders-way = 🛵 { $rider } la rahe hain: { $stops ->
    [0] agla stop aapka hai.
    [one] aapse pehle 1 stop.
   *[other] aapse pehle { $stops } stop.
}{ $has_code ->
    [yes] { " " }Aapka code: *{ $code }*.
   *[no] { "" }
}
my-orders-decided = Is order ka faisla ho chuka hai. Abhi aisa hai:
my-orders-when-anew = Order *{ $code }* phir kab laayein?
my-orders-no-window-anew = Order *{ $code }* ke liye abhi koi time khula nahi hai. Humse baat kijiye, ya radd kijiye.
my-orders-comes-again = ✅ Order *{ $code }* phir aayega: { $slot }.
my-orders-who-takes-it = Order *{ $code }* kaun lega? Dabaiye ya likhiye, jaise: flat 1204.
my-orders-keeper-neighbour-button = Padosi
my-orders-keeper-security-button = Security
my-orders-left-with = ✅ Delivery wale ko bata diya. Order *{ $code }* wahin diya jaayega.
