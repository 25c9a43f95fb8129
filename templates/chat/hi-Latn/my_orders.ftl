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
    [awaiting_payment] Payment ka intezaar hai. *{ $until }* tak aam aapke liye rakhe hain.
    [confirmed] Order pakka hai aur *{ $slot }* pahunchega.
    [packed] Pack ho gaya hai aur *{ $slot }* pahunchega.
    [out_for_delivery] Raaste mein hai, *{ $slot }*.
    [delivered] Pahunch gaya. Ummeed hai pasand aaye honge!
    [delivery_failed] Hum pahuncha nahi paaye. *baat karni hai* likhiye, doosra time tay kar lenge.
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
my-orders-move-button = Pata badaliye
my-orders-nothing-to-cancel = Cancel karne ke liye koi order nahi hai.
my-orders-really-cancel = Order *{ $code }* cancel kar dein?{ $paid ->
    [yes] { " " }{ $refund } jaise aapne diye the, waise hi 5 se 7 working days mein laut aayenge.
   *[no] { " " }Iske liye koi paisa nahi liya gaya hai.
}
my-orders-yes-cancel-button = Haan, cancel kijiye
my-orders-keep-button = Rehne dijiye
my-orders-cancelled = Order *{ $code }* cancel ho gaya.{ $paid ->
    [yes] { " " }{ $refund } wapas bhej diye hain; bank ko 5 se 7 working days lagte hain.
   *[no] { "" }
}
