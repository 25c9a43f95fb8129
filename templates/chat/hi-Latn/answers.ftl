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
answers-windows = Delivery ke agle khaali time:
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
answers-ripe-line = • { $name }: { $ripeness }
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

## What we have not been told

answers-unknown = Ye mujhe pakka nahi pata, aur andaze se kehna theek nahi. *baat karni hai* likhiye, dukaan se koi jawab dega.
