### What the shop tells unasked. `notices-<key>` is said by the notice of that key; alerts come in the parent language.

## Buttons

notices-my-order-button = Mera order
notices-order-again-button = Phir order kijiye
notices-menu-button = Aam dekhiye
notices-pay-button = { $total } dijiye
notices-pay-online-button = Online payment
notices-pay-cash-button = Delivery par cash
notices-human-button = Humse baat kijiye
notices-hand-back-button = Bot ko lautaiye

## Words that stand for a value

notices-word-payment-method-online = online payment ho gaya
notices-word-payment-method-cod = delivery par cash

## Orders and holds

notices-order-confirmed =
    🥭 *Order { $code } pakka ho gaya!*
    { $items }
    { $total }, { $payment_method }.
    📍 { $home }, { $apartment }
    Delivery: { $slot }.
    Nikalte hi hum aapko batayenge.

notices-pay-here =
    { $has_items ->
        [yes] Order *{ $code }*: { $items }
            📍 { $home }, { $apartment }
            Delivery: { $slot }.
            { "" }
       *[no] { "" }
    }Order { $code } ke aam aapke liye { $until } rakhe hain.
    Neeche ke button se { $total } dijiye; UPI, card aur net banking sab chalte hain.
notices-pay-here-footer = Razorpay se surakshit payment

notices-hold-ending =
    ⏳ Order { $code } ({ $total }) ka payment abhi baaki hai.
    Aapke aam aur delivery ka time hum { $until } rakhenge.

notices-hold-expired =
    Order { $code } ka payment time par nahi hua, isliye aam wapas rakh diye gaye. Koi paisa nahi kata.
    Ab bhi chahiye? Ek tap se aapki cart phir bhar jaayegi.

notices-hold-expired-money-here =
    Order { $code } ka time nikal gaya, isliye aam wapas rakh diye gaye. Aapka { $parked } ka payment hamare paas surakshit hai.
    Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega. Paise wapas chahiye to *cancel* likhiye.

notices-hold-expired-no-link =
    Order { $code } ke liye payment link nahi ban paaya, kyonki payment service se jawab nahi aaya. Maaf kijiye! Aam wapas rakh diye gaye. Koi paisa nahi kata.
    Ab bhi chahiye? Ek tap se aapki cart phir bhar jaayegi.

notices-order-cancelled = { $has_refund ->
    [no] Order { $code } cancel ho gaya. Koi paisa nahi kata.
   *[other] Order { $code } cancel ho gaya. { $refund } aapko wapas milenge, aam taur par 5–7 working days mein; ho jaane par hum likhenge.
}

## Money

notices-refund-processed = { $has_bank_reference ->
    [no] ✅ Order { $code } ke { $amount } aapko wapas kar diye gaye.
   *[other] ✅ Order { $code } ke { $amount } aapko wapas kar diye gaye. Bank reference number: { $bank_reference }.
}

notices-payment-link-failed =
    Order { $code } ke liye payment link abhi nahi ban paaya. Aapke aam ab bhi rakhe hain.
    { $online_only ->
        [yes] Phir koshish kijiye.
       *[no] Phir koshish kijiye, ya delivery par cash dijiye.
    }

notices-payment-link-cancelled =
    Order { $code } ka payment link payment hone se pehle hi cancel ho gaya. Aapke aam ab bhi { $until } rakhe hain.
    { $online_only ->
        [yes] Naye link ke liye *Online payment* dabaiye.
       *[no] Naye link ke liye *Online payment* dabaiye, ya delivery par cash dijiye.
    }

notices-payment-late-confirmed =
    🥭 { $amount } ka aapka payment time nikalne ke baad aaya, par aapke aam ab bhi the.
    { "" }*Order { $code } pakka ho gaya.* Delivery: { $slot }.
    { $items }
    📍 { $home }, { $apartment }

notices-payment-late-refunded =
    Order { $code } ke liye { $amount } ka aapka payment tab aaya jab order band ho chuka tha, aur ab wo poora nahi ho sakta.
    Poori rakam hum wapas bhej rahe hain, aam taur par 5–7 working days mein. Takleef ke liye maaf kijiye.

notices-order-changed =
    ✏️ *Humne aapke liye order { $code } badla hai.*
    { $items }
    📍 { $home }, { $apartment }
    Delivery { $slot } hogi.
    Kul { $total }{ $has_due ->
        [yes] , jismein se { $due } dene hain.
       *[no] , payment ho chuka hai.
    }{ $has_refund ->
        [yes] { " " }{ $refund } aapko wapas milenge, aam taur par 5–7 kaamkaaji dinon mein.
       *[no] { "" }
    }
notices-prepay-here =
    Order { $code } ke { $total } neeche ke button se { $until } dijiye; UPI, card aur net banking sab chalte hain.
    Nahi to kuch nahi badalta: darwaze par dijiye.
notices-prepay-here-footer = Razorpay se surakshit
notices-order-prepaid = ✅ Order { $code } ke { $amount } mil gaye. { $has_due ->
    [yes] { $due } darwaze par dene hain.
   *[no] Darwaze par kuch nahi dena hai.
}
notices-payment-changed-refunded =
    Order { $code } ke liye aapka { $amount } ka payment badalne se pehle wale order ka tha. Poori rakam hum wapas bhej rahe hain, aam taur par 5–7 kaamkaaji dinon mein.
    Aapka order waisa hi hai jaisa aapne badla.

notices-payment-twice-refunded =
    Order { $code } ka payment do baar ho gaya. Doosra payment { $amount } hum aapko wapas bhej rahe hain, aam taur par 5–7 working days mein. Aapka order pakka hai.

notices-payment-cash-refunded =
    Order { $code } ke liye { $amount } ka aapka online payment tab aaya jab aap delivery par cash chun chuke the. Poori rakam hum wapas bhej rahe hain, aam taur par 5–7 working days mein.
    Aapka order pakka hai, paise delivery par cash dijiye.

notices-payment-returned =
    Order { $code } ka aapka { $amount } ka payment hum wapas bhej rahe hain, aam taur par 5–7 working days mein; ho jaane par hum likhenge.

notices-payment-parked =
    Order { $code } ke liye hume { $amount } mile, jabki { $due } dene the. Hamari dukaan se koi ise dekh raha hai aur yahin aapko likhega.

## Windows that are not delivered

notices-another-time-button = Doosra samay
notices-cancel-button = Order cancel
notices-word-cause-rain = Tez baarish
notices-word-cause-rider = Delivery wale ke na aa paane
notices-word-cause-fruit = Phal der se aane
notices-word-cause-road = Band sadkon
notices-word-cause-other = Ek zaroori kaam
notices-window-moved =
    🌧 { $cause } ki wajah se hum order { $code } aapke chune samay par nahi la paayenge, maaf kijiye!
    { "" }*Naya samay: { $slot }.*
    { $items }
    📍 { $home }, { $apartment }
    Kul { $total }, pehle jitna hi. Ye samay theek nahi? Doosra samay chuniye, ya cancel kijiye: jo diya hai poora lautega.
notices-window-cancelled =
    🌧 { $cause } ki wajah se hum order { $code } nahi la paayenge, maaf kijiye! Order cancel hai. { $has_refund ->
        [no] Aapse kuch nahi liya gaya.
       *[other] { $refund } aapko laut rahe hain, aam taur par 5–7 working days mein; ho jaane par hum likhenge.
    }

## A customer who wrote long ago

notices-write-back = Aapne humein likha tha aur hamare paas aapke liye jawab hai. Yahin likhiye, aur baat aage badhate hain.

## Deliveries

notices-bring-again-button = Phir se laaiye
notices-leave-with-button = Koi aur le lega
notices-money-back-button = Paise wapas / radd
notices-start-run-button = Shuru
notices-next-stop-button = Agla stop
notices-word-reason-nobody-home = kisi ne darwaza nahi khola
notices-word-reason-wrong-address = pata nahi mila
notices-word-reason-gate-closed = gate se andar nahi jaane diya
notices-word-reason-refused = liya nahi gaya
notices-word-reason-no-cash-ready = cash taiyaar nahi tha
notices-word-reason-damaged = dabba kharab ho gaya tha
notices-word-reason-other-time = doosra time chahiye tha
notices-word-reason-vehicle-or-rain = baarish ya gaadi ki wajah se nahi pahunch paaye
notices-word-reason-window-postponed = woh time tal gaya
notices-out-for-delivery = 🛵 Order *{ $code }* *{ $rider }* ke saath nikal chuka hai: { $stops ->
    [0] agla stop aapka hai.
    [one] aapse pehle 1 stop.
   *[other] aapse pehle { $stops } stop.
}{ $has_due ->
    [yes] { " " }{ $due } taiyaar rakhiye, ya darwaze par UPI se dijiye.
   *[no] { "" }
}{ $has_door_code ->
    [yes] { " " }Delivery wale ke liye aapka code: *{ $door_code }*.
   *[no] { "" }
}
notices-order-delivered = ✅ Order *{ $code }* pahunch gaya{ $has_keeper ->
    [yes] , inke paas: { $keeper }
   *[no] { "" }
}.{ $has_collected ->
    [yes] { " " }Humein { $collected } mil gaye.
   *[no] { "" }
} Aam ka maza lijiye! 🥭
notices-delivery-failed = Order *{ $code }* de nahi paaye: { $reason }. Aapke aam hamare paas surakshit hain.
    Ab kya karein?
notices-window-postponed = Maaf kijiye, hum { $slot } nahi aa paayenge. Order *{ $code }* surakshit hai{ $has_prepaid ->
    [yes] , aapke paise bhi
   *[no] { "" }
}.
    Doosra time chuniye, ya radd kijiye{ $has_prepaid ->
        [yes] : saare paise wapas milenge
       *[no] { "" }
    }.
notices-rider-run = 🛵 Aapka route, { $slot }: { $stops ->
    [one] 1 stop
   *[other] { $stops } stop
}, { $collect } lene hain. Nikalte samay *Shuru* dabaiye.
notices-rider-stop-added = ➕ Aapke route mein naya stop: order { $code }.
notices-rider-stop-taken = ➖ Order { $code } ab aapke route mein nahi hai. Ise mat le jaaiye.
notices-rider-stop-back = ↩️ { $name }, order { $code }, phir aapke route mein hai: { $keeper }.
notices-rider-paid = ✅ Order { $code } ka UPI paisa aa gaya.{ $has_due ->
    [yes] { " " }{ $due } cash aur lena hai.
   *[no] { " " }Ab kuch nahi lena.
}
notices-run-button = Mera route kholiye
notices-rider-link = 📱 Aapka route page par, kamzor net mein bhi.
notices-rider-run-off = 🌧️ Baaki route radd: yeh time tal gaya hai. Dabbe wapas le aaiye.
