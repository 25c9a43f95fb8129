### Everyday questions, answered from the shop's own facts.

answers-line = • { $line }

## Delivery

answers-fee = { $charged ->
    [yes] { $zone } mein delivery: *{ $fee }*, { $free } se free. Kam se kam order { $minimum } ka.
   *[no] { $zone } mein delivery free hai. Kam se kam order { $minimum } ka.
}
answers-area = Hum yahan delivery karte hain:
    { $lines }
answers-area-line = { "*" }{ $zone }:* { $places }{ $more ->
    [0] { "" }
   *[other] { " " }aur { $more } jagah
}
answers-area-yes = Haan, hum { $place } mein delivery karte hain.
answers-area-unknown = “{ $place }” hamari jagahon mein nahi mila.
answers-windows = { $then ->
    [yes] Haan, tab delivery ho sakti hai:
    [no] Us samay delivery nahi ho sakti. Delivery ke agle khaali time:
   *[any] Delivery ke agle khaali time:
}
    { $lines }
answers-where = { $has_address ->
    [yes] { $shop } ka pata: { $address }. Aam hum aapke ghar pahunchate hain.
   *[no] Hum yahin chat par aam bechte hain aur aapke ghar pahunchate hain.
}{ $has_hours ->
    [yes] { " " }Delivery ka time: { $hours }. Order kisi bhi samay kar sakte hain.
   *[no] { " " }Order kisi bhi samay kar sakte hain.
}

## Paying

answers-pay = Payment online ho sakta hai, UPI, card ya net banking se{ $cash ->
    [yes] ; ya delivery par cash: pehle order mein { $first } tak, uske baad { $cap } tak.
    [same] ; ya delivery par cash, { $cap } tak.
    [later] ; doosre order se delivery par cash bhi, { $cap } tak.
   *[no] . Abhi cash nahi ho sakta.
}

## Fruit

answers-ripe = Aapke ghar pahunchne ke din se:
    { $lines }
answers-ripe-line = • { $name }: { $ripeness }{ $known ->
    [yes] , { $picked } ko tode hue
   *[no] { "" }
}
answers-suits = { $use ->
    [pickle] Achaar ke liye
    [juice] Aamras aur juice ke liye
   *[salad] Salad ke liye
}{ $any ->
    [yes] : { $names }.
   *[no] {" "}aaj koi khaas aam nahi hai.
}
answers-here = Aaj ye hain:
    { $lines }
answers-left = • { $name }: { $left } { $unit ->
    [dozen] darjan
    [kilo] kilo
    [piece] aam
   *[gram] gram
} bache hain, lagbhag { $until } tak milenge
answers-not-ours = { $name } hamare paas nahi milte.
answers-sum = Aaj ke daam se, delivery ke bina:
    { $lines }
    { "*" }Kul { $total }*
answers-best = Aaj ye hain, sabse jaldi pakne wale pehle. Swaad jaanne ke liye naam likhiye.
    { $lines }
answers-rate = Aaj ke daam:
    { $lines }
answers-rate-line = { "*" }{ $name }:* { $prices }
answers-price = { $pack } { $price }
answers-season = { $has_here ->
    [yes] Abhi mil rahe hain: { $here }.
   *[no] Abhi kisi aam ka season nahi hai.
}{ $has_coming ->
    [yes] { "\u000A" }{ $coming }
   *[no] { "" }
}
answers-season-coming = { $name } *{ $day }* ke aaspaas aayenge.
answers-season-over = Maaf kijiye, { $name } ka season khatam ho gaya.

## Orders

answers-no-order = Abhi tak aapka koi order nahi hai.
answers-no-order-coming = Aapka koi order aana baaki nahi hai.
answers-offers = Bas *stop* likhiye, phir offer ke message nahi aayenge. Aapke order ke message aate rahenge.
answers-cancelling = Pack hone tak order cancel ho sakta hai: *cancel* likhiye. Jo payment hua hai, woh 5 se 7 working days mein waise hi laut aata hai.
answers-track = Order *{ $code }*: { $status }
answers-bill = Order *{ $code }*
    { $lines }{ $discounted ->
        [yes] { "\u000A" }Discount: −{ $discount }
       *[no] { "" }
    }
    Delivery: { $fee }
    { "*" }Kul: { $total }*, { $money ->
        [online] online payment ho chuka hai
        [at_the_door] delivery par payment ho chuka hai
        [due_at_the_door] payment delivery par
        [part] { $prepaid } ka payment ho chuka, { $due } dene hain
        [part_done] { $prepaid } online aur { $due } delivery par mil chuke
       *[open] payment baaki hai
    }
answers-refund = { $status ->
    [sent] Order *{ $code }* ke { $amount } { $sent } ko aapko lauta diye gaye{ $referred ->
        [yes] {" "}(bank reference { $reference })
       *[no] { "" }
    }. Abhi na dikhe to bank ko 7 kaamkaaji din tak lagte hain.
    [failed] Order *{ $code }* ke { $amount } ka refund pehli baar mein nahi ho paya. Dukaan se koi ise dekh raha hai aur aapko yahin likhega.
   *[going] Order *{ $code }* ke { $amount } { $since } se raaste mein hain. Bank ko 5 se 7 kaamkaaji din lagte hain, yaani { $by } tak aa jaane chahiye.
}
answers-refund-none = Mujhe aapka koi refund nahi mila. Maine dukaan mein bata diya hai, jawab yahin aayega.

## What we have not been told

answers-fixed-price = Daam sabke liye ek hi hai, isse kam nahi ho payega 🙏
answers-unknown = Ye mujhe pakka nahi pata, aur andaze se kehna theek nahi. *baat karni hai* likhiye, dukaan se koi jawab dega.
