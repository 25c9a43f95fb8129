### Everyday questions, answered from the shop's own facts.

answers-line = • { $line }

## Delivery

answers-fee = { $charged ->
    [yes] { $zone } में डिलीवरी: *{ $fee }*, { $free } से मुफ़्त। कम से कम ऑर्डर { $minimum } का।
   *[no] { $zone } में डिलीवरी मुफ़्त है। कम से कम ऑर्डर { $minimum } का।
}
answers-area = हम यहाँ डिलीवरी करते हैं:
    { $lines }
answers-area-line = { "*" }{ $zone }:* { $places }{ $more ->
    [0] { "" }
   *[other] { " " }और { $more } जगह
}
answers-windows = डिलीवरी के अगले ख़ाली समय:
    { $lines }
answers-where = { $has_address ->
    [yes] { $shop } का पता: { $address }। आम हम आपके घर पहुँचाते हैं।
   *[no] हम यहीं चैट पर आम बेचते हैं और आपके घर पहुँचाते हैं।
}{ $has_hours ->
    [yes] { " " }डिलीवरी का समय: { $hours }। ऑर्डर किसी भी समय कर सकते हैं।
   *[no] { " " }ऑर्डर किसी भी समय कर सकते हैं।
}

## Paying

answers-pay = पेमेंट ऑनलाइन हो सकता है, UPI, कार्ड या नेट बैंकिंग से{ $cash ->
    [yes] ; या डिलीवरी पर नकद: पहले ऑर्डर में { $first } तक, उसके बाद { $cap } तक।
    [same] ; या डिलीवरी पर नकद, { $cap } तक।
    [later] ; दूसरे ऑर्डर से डिलीवरी पर नकद भी, { $cap } तक।
   *[no] । अभी नकद नहीं हो सकता।
}

## Fruit

answers-ripe = आपके घर पहुँचने के दिन से:
    { $lines }
answers-ripe-line = • { $name }: { $ripeness }
answers-best = आज ये हैं, सबसे जल्दी पकने वाले पहले। स्वाद जानने के लिए नाम लिखिए।
    { $lines }
answers-rate = आज के दाम:
    { $lines }
answers-rate-line = { "*" }{ $name }:* { $prices }
answers-price = { $pack } { $price }
answers-season = { $has_here ->
    [yes] अभी मिल रहे हैं: { $here }।
   *[no] अभी किसी आम का सीज़न नहीं है।
}{ $has_coming ->
    [yes] { "\u000A" }{ $coming }
   *[no] { "" }
}
answers-season-coming = { $name } *{ $day }* के आसपास आएँगे।
answers-season-over = माफ़ कीजिए, { $name } का सीज़न ख़त्म हो गया।

## What we have not been told

answers-unknown = यह मुझे पक्का नहीं पता, और अंदाज़े से कहना ठीक नहीं। *बात करनी है* लिखिए, दुकान से कोई जवाब देगा।
