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
   *[cancelled] Cancel
} · { $day }
my-orders-status = { $status ->
    [awaiting_payment] Payment ka intezaar hai. *{ $until }* tak aam aapke liye rakhe hain.
    [confirmed] Order pakka hai. *{ $slot }* pahunchega.
    [packed] Pack ho gaya hai. *{ $slot }* pahunchega.
    [out_for_delivery] Raaste mein hai, *{ $slot }*.
    [delivered] Pahunch gaya. Ummeed hai pasand aaye honge!
    [delivery_failed] Hum pahuncha nahi paaye. *baat karni hai* likhiye, doosra time tay kar lenge.
    [expired] Time par payment nahi hua, isliye aam wapas rakh diye gaye.
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
my-orders-pay-button = Payment kijiye
my-orders-again-button = Phir se mangaiye
my-orders-cancel-button = Cancel kijiye
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
