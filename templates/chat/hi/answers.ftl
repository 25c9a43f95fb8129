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
answers-area-yes = हाँ, हम { $place } में डिलीवरी करते हैं।
answers-area-unknown = “{ $place }” हमारी जगहों में नहीं मिला।
answers-windows = { $then ->
    [yes] हाँ, तब डिलीवरी हो सकती है:
    [no] उस समय डिलीवरी नहीं हो सकती। डिलीवरी के अगले ख़ाली समय:
   *[any] डिलीवरी के अगले ख़ाली समय:
}
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
answers-ripe-line = • { $name }: { $ripeness }{ $known ->
    [yes] , { $picked } को तोड़े हुए
   *[no] { "" }
}
answers-suits = { $use ->
    [pickle] अचार के लिए
    [juice] आमरस और जूस के लिए
   *[salad] सलाद के लिए
}{ $any ->
    [yes] : { $names }।
   *[no] {" "}आज कोई ख़ास आम नहीं है।
}
answers-here = आज ये हैं:
    { $lines }
answers-left = • { $name }: { $left } { $unit ->
    [dozen] दर्जन
    [kilo] किलो
    [piece] आम
   *[gram] ग्राम
} बचे हैं, लगभग { $until } तक मिलेंगे
answers-not-ours = { $name } हमारे पास नहीं मिलते।
answers-sum = आज के दाम से, डिलीवरी के बिना:
    { $lines }
    { "*" }कुल { $total }*
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

## Orders

answers-no-order = अभी तक आपका कोई ऑर्डर नहीं है।
answers-no-order-coming = आपका कोई ऑर्डर आना बाकी नहीं है।
answers-offers = बस *stop* लिखिए, फिर ऑफ़र के संदेश नहीं आएँगे। आपके ऑर्डर के संदेश आते रहेंगे।
answers-cancelling = पैक होने तक ऑर्डर रद्द हो सकता है: *रद्द* लिखिए। जो पेमेंट हुआ है, वह 5 से 7 कामकाजी दिन में वैसे ही लौट आता है।
answers-track = ऑर्डर *{ $code }*: { $status }
answers-bill = ऑर्डर *{ $code }*
    { $lines }{ $discounted ->
        [yes] { "\u000A" }छूट: −{ $discount }
       *[no] { "" }
    }
    डिलीवरी: { $fee }
    { "*" }कुल: { $total }*, { $money ->
        [online] ऑनलाइन पेमेंट हो चुका है
        [at_the_door] डिलीवरी पर पेमेंट हो चुका है
        [due_at_the_door] पेमेंट डिलीवरी पर
        [part] { $prepaid } का पेमेंट हो चुका, { $due } देने हैं
        [part_done] { $prepaid } ऑनलाइन और { $due } डिलीवरी पर मिल चुके
       *[open] पेमेंट बाकी है
    }
answers-refund = { $status ->
    [sent] ऑर्डर *{ $code }* के { $amount } { $sent } को आपको लौटा दिए गए{ $referred ->
        [yes] {" "}(बैंक रेफ़रेंस नंबर { $reference })
       *[no] { "" }
    }। अभी न दिखे तो बैंक को 7 कामकाजी दिन तक लगते हैं।
    [failed] ऑर्डर *{ $code }* के { $amount } का रिफ़ंड पहली बार में नहीं हो पाया। दुकान से कोई इसे देख रहा है और आपको यहीं लिखेगा।
   *[going] ऑर्डर *{ $code }* के { $amount } { $since } से रास्ते में हैं। बैंक को 5 से 7 कामकाजी दिन लगते हैं, यानी { $by } तक आ जाने चाहिए।
}
answers-refund-none = मुझे आपका कोई रिफ़ंड नहीं मिला। मैंने दुकान में बता दिया है, जवाब यहीं आएगा।

## What we have not been told

answers-fixed-price = दाम सबके लिए एक ही है, इससे कम नहीं हो पाएगा 🙏
answers-unknown = यह मुझे पक्का नहीं पता, और अंदाज़े से कहना ठीक नहीं। *बात करनी है* लिखिए, दुकान से कोई जवाब देगा।
