### The founder's chat.

founder-help = Alerts aur customers ki baatein yahan aati hain. Jawab dene ke liye *usi message par reply kijiye* (swipe karke): aapki baat customer tak jaayegi, aur aapke chat lautane tak bot wahan chup rahega.

    { "*" }waiting* – kaun intezaar kar raha hai
    { "*" }aaj* – order, paise, delivery ke samay, kya kam hai
    { "*" }palm grove ke order* · *order 7KQ3*
    { "*" }hapus stock +40 darjan* (− aur = bhi) · *langra khatam*
    { "*" }kesar rate 900*
    { "*" }kal subah band* · *kal subah kholo* · *kal subah baarish*
    { "*" }rider lagao* – agla samay riders mein baantiye
    { "*" }refund 7KQ3* · *wapas lo*
founder-waiting-button = Kaun intezaar mein
founder-waiting-list-button = Intezaar mein
founder-waiting = { $count ->
    [one] Ek customer aapka intezaar kar raha hai.
   *[other] { $count } customers aapka intezaar kar rahe hain.
}
founder-waiting-line = { $phone } · jawab diya, bot { $until } lautega
founder-nobody-waits = Abhi koi intezaar nahi kar raha.
founder-customer = *{ $name }* intezaar mein hain. Jawab dene ke liye isi message par reply kijiye.
founder-hand-back-button = Bot ko lautaiye
founder-sent = *{ $name }* ko bhej diya.
founder-handed-back = *{ $name }* ab phir bot ke saath hain.
founder-not-waiting = *{ $name }* ab intezaar mein nahi the.
founder-only-text = Abhi main sirf likha hua aage bhej sakta hoon. Likh dijiye.
founder-other-staff = Namaste { $name }! Is chat mein aapke liye koi kaam nahi hai.
founder-whom = { $count ->
    [one] “{ $words }” kisi ke jawab mein nahi tha, isliye abhi kisi ko nahi gaya. Ek customer intezaar mein hai: unhe bhejein?
   *[other] “{ $words }” kisi ke jawab mein nahi tha, isliye abhi kisi ko nahi gaya. Kise bhejein?
}
founder-send-to-button = { $name } ko bhejiye
founder-draft-gone = Wo baat ab yahan nahi hai, isliye kuch nahi bheja. Phir se likhiye.
founder-waiting-since = { $phone } · { $since } se intezaar mein

## Instructions

founder-unread = “{ $words }” par kuch nahi kiya: { $unread } samajh nahi aaya. Kam shabdon mein, ek baar mein ek baat likhiye.
founder-yes-button = Haan, kijiye
founder-leave-button = Rehne dijiye
founder-choose-button = Chuniye
founder-left = Jaisa tha waisa hi hai.
founder-gone = Wo ho chuka hai, ya uske baad kuch aur aaya. Abhi kuch nahi kiya; phir se likhiye.
founder-which-variety = Ye kis aam ke liye hai? Ek kism ka naam likhiye, jaise *kesar stock +10 darjan*.
founder-how-much = { $name } kitna? Sankhya ke saath likhiye, jaise *+40 darjan*; pack wahi jo bikta hai.
founder-add-or-set = { $name }: { $amount } aur aaye, ya kul itne hi hain?
founder-sure-stock = { $name }: { $before } se ghatkar { $after }, aadhe se zyada kam. Theek hai?
founder-sure-sold-out = { $name } khatam: { $free }, jo kisi ne nahi mangaye, hisaab se hat jaayenge. Order wale bane rahenge.
founder-sold-out-already = { $name } mein bechne ko pehle se kuch nahi hai.
founder-stock-changed = { "*" }{ $name }*: { $sign }{ $amount }
    { $before } → { $after }, inmein { $free } bechne ko hain.
founder-stock-line = { $low ->
    [yes] ⚠️ { "*" }{ $name }*: { $on_hand } mein se { $free } bechne ko
   *[no] { "*" }{ $name }*: { $on_hand } mein se { $free } bechne ko
}
founder-no-fruit = Abhi hisaab mein koi phal nahi hai.
founder-no-packs = Us aam ka abhi koi pack nahi, isliye rate bhi nahi. Products page par pack jodiye.
founder-price-line = { $pack } { $price }
founder-rates = { "*" }{ $name }*
    { $lines }
founder-which-pack = { $price } { $name } ke kis pack ka rate hai?
founder-sure-rate = { $name }, { $pack }: { $before } ki jagah { $price }, bada farq hai. Theek hai?
founder-rate-set = { "*" }{ $name }, { $pack }*: { $price }, pehle { $before }.{ $others ->
    [yes] { " " }Pehle jaise: { $kept }.
   *[no] { "" }
}
founder-which-window = Kaun sa samay? Din aur samay likhiye, jaise *kal subah band*, aur ek hi zone ho to uska naam.
founder-no-window = Agle do hafton mein us samay koi delivery nahi mili.
founder-window-line = { $window } · { $zone }{ $orders ->
    [0] { "" }
   *[other] { " " }· { $orders } order
}
founder-closed-already = Ye pehle se band hai:
    { $windows }
founder-open-already = Ye pehle se khula hai:
    { $windows }
founder-closed = { "*" }Band*, naye order nahi:
    { $windows }
    { $orders ->
        [0] Iske liye kisi ne order nahi kiya tha.
       *[other] { $orders } order bane hue hain. Hatane ya paise lautane ke liye isi samay ke saath *baarish* likhiye.
    }
founder-opened = { "*" }Phir se khula*:
    { $windows }
founder-sure-rain = 🌧 Yahan delivery nahi:
    { $windows }
    { $orders ->
        [0] Iske liye kisi ne order nahi kiya. Band karein?
       *[other] Sabse poochhein, { $orders } order agle khaali samay mein le jaayein, ya cancel karke paise lautayein? Sabko turant bata diya jaayega.
    }
founder-close-button = Band kijiye
founder-ask-all-button = Sabse poochhiye
founder-move-all-button = Sab aage le jaiye
founder-refund-all-button = Sabke paise lautaiye
founder-cleared = { "*" }Band*:
    { $windows }
    { $remedy ->
        [move] { $done } aage gaye aur bata diya{ $refused ->
            [0] .
           *[other] , { $refused } nahi:
        }
       *[refund] { $done } cancel, bata diya, paise laut rahe hain{ $refused ->
            [0] .
           *[other] , { $refused } nahi:
        }
    }{ $left ->
        [0] { "" }
       *[other] { " " }{ $left } aur baaki hain: phir se likhiye.
    }
founder-postponed = { "*" }Band*:
    { $windows }
    { $asked } customers se poochha hai: doosra samay, ya paise wapas.{ $ended ->
        [0] { "" }
       *[other] { " " }{ $ended } bina payment wale khatam.
    }{ $runs ->
        [0] { "" }
       *[other] { " " }Riders ko bata diya.
    }
founder-nothing-to-bring = Us samay kuchh pahunchana nahi hai.
founder-no-riders = Kisi ko route nahi diya ja sakta.{ $over ->
    [0] { " " }Pehle Staff mein rider jodiye.
   *[other] { " " }Pehle inka cash giniye: { $names }.
}
founder-sure-runs = 🛵 { $loose } order kisi rider ke paas nahi.
    { $windows }
    { $riders } mein barabar baant dein? Jo raaste mein hai, woh wahin rahega.{ $over ->
        [0] { "" }
       *[other] { " " }Ye nahi, pehle inka cash giniye: { $names }.
    }
founder-share-button = Baant dijiye
founder-runs = 🛵 Sabke rider tay hain:
    { $lines }
founder-shared-out = 🛵 { "*" }Baant diya.* Riders ko do ghante pehle bataya jaayega.
    { $lines }
founder-run-line = { "*" }{ $rider }* · { $window }: { $done ->
    [0] { $stops } stop
   *[other] { $stops } mein se { $done } stop ho gaye
}, { $collect } lene hain
founder-refused-line = { $code }: { $why }
founder-which-order = Kaun sa order? Code ya uske pehle akshar likhiye: *order 7KQ3*.
founder-no-such-order = { $code } se shuru hone wala koi order nahi hai.{ $codes ->
   *[any] { "" }
}
founder-several-orders = { $code } se kai order shuru hote hain: { $codes }.
founder-sure-cancel = { $here ->
    [yes] { $name } ka order { $code } cancel karke { $amount } lautayein?
   *[no] { $name } ke order { $code } ke liye online kuch nahi diya gaya, isliye kuch nahi lautega. Cancel karein?
}
founder-sure-refund = { $name } ke order { $code } ke { $held } mein se { $amount } lautayein? Order waisa hi rahega.
founder-nothing-to-refund = { $name } ke order { $code } ke online { $held } hamare paas hain; zyada se zyada itna laut sakta hai.
founder-cancelled = { $here ->
    [yes] Order { $code } cancel, { $amount } laut rahe hain. Customer ko bata diya.
   *[no] Order { $code } cancel. Customer ko bata diya.
}
founder-refunded = Order { $code } ke { $amount } laut rahe hain. Ho jaane par customer ko bataya jaayega.
founder-day = { "*" }{ $day }*: { $orders ->
    [0] abhi koi order nahi
   *[other] { $orders } order, { $total }
}{ $unpaid ->
    [0] { "" }
   *[other] , { $unpaid } ka payment baaki
}
founder-day-window = { $window } · { $zone }: { $orders ->
    [0] koi order nahi
   *[other] { $orders } order
}, { $packed } pack, { $due } lene hain · { $open ->
    [yes] { $left } jagah baaki
   *[no] band
}
founder-no-windows = Us din koi delivery nahi.
founder-low = ⚠️ Kam hai:
    { $fruit }
founder-orders = { $orders ->
    [one] Ek order baaki hai.
   *[other] { $orders } order baaki hain, pehle { $shown } yahan hain.
}
founder-orders-button = Order
founder-no-orders = Aisa koi order baaki nahi hai.
founder-order-status = { $status ->
    [awaiting_payment] payment baaki
    [confirmed] pakka
    [packed] pack
    [out_for_delivery] raaste mein
    [delivered] pahunch gaya
    [delivery_failed] wapas aaya
    [expired] samay nikal gaya
   *[cancelled] cancel
}
founder-order = { "*" }Order { $code }*: { $status }
    { $name } · { $home }, { $apartment }
    { $slot }
    { $lines }
    Kul { $total }{ $paid ->
        [yes] , payment ho chuka
       *[no] , { $due } lene hain
    }{ $has_note ->
        [yes] { " " }· Note: { $note }
       *[no] { $note }
    }
founder-undo-button = Wapas lijiye
founder-undone = Wapas liya: { $kind ->
    [stock] stock pehle jaisa hai.
    [price] daam pehle jaisa hai.
   *[windows] samay pehle jaise hain.
}
