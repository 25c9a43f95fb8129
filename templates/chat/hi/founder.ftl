### The founder's chat.

founder-help = सूचनाएँ और ग्राहकों की बातें यहाँ आती हैं। जवाब देने के लिए *उसी संदेश पर रिप्लाई कीजिए* (स्वाइप करके): आपकी बात ग्राहक तक जाएगी, और आपके चैट लौटाने तक बॉट वहाँ चुप रहेगा।

    { "*" }waiting* – कौन इंतज़ार कर रहा है
    { "*" }आज* – ऑर्डर, पैसे, डिलीवरी के समय, क्या कम है
    { "*" }पाम ग्रोव के ऑर्डर* · *ऑर्डर 7KQ3*
    { "*" }हापुस स्टॉक +40 दर्जन* (− और = भी) · *लंगड़ा ख़त्म*
    { "*" }केसर रेट 900*
    { "*" }कल सुबह बंद* · *कल सुबह खोलो* · *कल सुबह बारिश*
    { "*" }राइडर लगाओ* – अगला समय राइडरों में बाँटिए
    { "*" }रिफ़ंड 7KQ3* · *वापस लो*
founder-waiting-button = कौन इंतज़ार में है
founder-waiting-list-button = इंतज़ार में
founder-waiting = { $count ->
    [one] एक ग्राहक आपका इंतज़ार कर रहा है।
   *[other] { $count } ग्राहक आपका इंतज़ार कर रहे हैं।
}
founder-waiting-line = { $phone } · जवाब दिया, बॉट { $until } लौटेगा
founder-nobody-waits = अभी कोई इंतज़ार नहीं कर रहा।
founder-customer = *{ $name }* इंतज़ार में हैं। जवाब देने के लिए इसी संदेश पर रिप्लाई कीजिए।
founder-hand-back-button = बॉट को लौटाइए
founder-sent = *{ $name }* को भेज दिया।
founder-handed-back = *{ $name }* अब फिर बॉट के साथ हैं।
founder-not-waiting = *{ $name }* अब इंतज़ार में नहीं थे।
founder-only-text = अभी मैं सिर्फ़ लिखा हुआ आगे भेज सकता हूँ। कृपया लिख दीजिए।
founder-other-staff = नमस्ते { $name }! इस चैट में आपके लिए कोई काम नहीं है।
founder-whom = { $count ->
    [one] “{ $words }” किसी के जवाब में नहीं था, इसलिए अभी किसी को नहीं गया। एक ग्राहक इंतज़ार में है: उन्हें भेजें?
   *[other] “{ $words }” किसी के जवाब में नहीं था, इसलिए अभी किसी को नहीं गया। किसे भेजें?
}
founder-send-to-button = { $name } को भेजिए
founder-draft-gone = वह बात अब यहाँ नहीं है, इसलिए कुछ नहीं भेजा। कृपया फिर से लिखिए।
founder-waiting-since = { $phone } · { $since } से इंतज़ार में

## Instructions

founder-unread = “{ $words }” पर कुछ नहीं किया: { $unread } समझ नहीं आया। कम शब्दों में, एक बार में एक बात लिखिए।
founder-yes-button = हाँ, कीजिए
founder-leave-button = रहने दीजिए
founder-choose-button = चुनिए
founder-left = जैसा था वैसा ही है।
founder-gone = वह हो चुका है, या उसके बाद कुछ और आया। अभी कुछ नहीं किया; फिर से लिखिए।
founder-which-variety = यह किस आम के लिए है? एक किस्म का नाम लिखिए, जैसे *केसर स्टॉक +10 दर्जन*।
founder-how-much = { $name } कितना? संख्या के साथ लिखिए, जैसे *+40 दर्जन*; पैक वही जो बिकता है।
founder-add-or-set = { $name }: { $amount } और आए, या कुल इतने ही हैं?
founder-sure-stock = { $name }: { $before } से घटकर { $after }, आधे से ज़्यादा कम। ठीक है?
founder-sure-sold-out = { $name } ख़त्म: { $free }, जो किसी ने नहीं मँगाए, हिसाब से हट जाएँगे। ऑर्डर वाले बने रहेंगे।
founder-sold-out-already = { $name } में बेचने को पहले से कुछ नहीं है।
founder-stock-changed = { "*" }{ $name }*: { $sign }{ $amount }
    { $before } → { $after }, इनमें { $free } बेचने को हैं।
founder-stock-line = { $low ->
    [yes] ⚠️ { "*" }{ $name }*: { $on_hand } में से { $free } बेचने को
   *[no] { "*" }{ $name }*: { $on_hand } में से { $free } बेचने को
}
founder-no-fruit = अभी हिसाब में कोई फल नहीं है।
founder-no-packs = उस आम का अभी कोई पैक नहीं, इसलिए रेट भी नहीं। Products पेज पर पैक जोड़िए।
founder-price-line = { $pack } { $price }
founder-rates = { "*" }{ $name }*
    { $lines }
founder-which-pack = { $price } { $name } के किस पैक का रेट है?
founder-sure-rate = { $name }, { $pack }: { $before } की जगह { $price }, बड़ा फ़र्क़ है। ठीक है?
founder-rate-set = { "*" }{ $name }, { $pack }*: { $price }, पहले { $before }।{ $others ->
    [yes] { " " }पहले जैसे: { $kept }।
   *[no] { "" }
}
founder-which-window = कौन सा समय? दिन और समय लिखिए, जैसे *कल सुबह बंद*, और एक ही ज़ोन हो तो उसका नाम।
founder-no-window = अगले 14 दिनों में उस समय कोई डिलीवरी नहीं मिली।
founder-window-line = { $window } · { $zone }{ $orders ->
    [0] { "" }
   *[other] { " " }· { $orders } ऑर्डर
}
founder-closed-already = यह पहले से बंद है:
    { $windows }
founder-open-already = यह पहले से खुला है:
    { $windows }
founder-closed = { "*" }बंद*, नए ऑर्डर नहीं:
    { $windows }
    { $orders ->
        [0] इसके लिए किसी ने ऑर्डर नहीं किया था।
       *[other] { $orders } ऑर्डर बने हुए हैं। हटाने या पैसे लौटाने के लिए इसी समय के साथ *बारिश* लिखिए।
    }
founder-opened = { "*" }फिर से खुला*:
    { $windows }
founder-sure-rain = 🌧 यहाँ डिलीवरी नहीं:
    { $windows }
    { $orders ->
        [0] इसके लिए किसी ने ऑर्डर नहीं किया। बंद करें?
       *[other] सबसे पूछें, { $orders } ऑर्डर अगले ख़ाली समय में ले जाएँ, या रद्द करके पैसे लौटाएँ? सबको तुरंत बता दिया जाएगा।
    }
founder-close-button = बंद कीजिए
founder-ask-all-button = सबसे पूछिए
founder-move-all-button = सब आगे ले जाइए
founder-refund-all-button = सबके पैसे लौटाइए
founder-cleared = { "*" }बंद*:
    { $windows }
    { $remedy ->
        [move] { $done } आगे गए और बता दिया{ $refused ->
            [0] ।
           *[other] , { $refused } नहीं:
        }
       *[refund] { $done } रद्द, बता दिया, पैसे लौट रहे हैं{ $refused ->
            [0] ।
           *[other] , { $refused } नहीं:
        }
    }{ $left ->
        [0] { "" }
       *[other] { " " }{ $left } और बाक़ी हैं: फिर से लिखिए।
    }
founder-postponed = { "*" }बंद*:
    { $windows }
    { $asked } ग्राहकों से पूछा है: दूसरा समय, या पैसे वापस।{ $ended ->
        [0] { "" }
       *[other] { " " }{ $ended } बिना पेमेंट वाले ख़त्म।
    }{ $runs ->
        [0] { "" }
       *[other] { " " }राइडरों को बता दिया।
    }
founder-nothing-to-bring = उस समय कुछ पहुँचाना नहीं है।
founder-no-riders = किसी को रूट नहीं दिया जा सकता।{ $over ->
    [0] { " " }पहले स्टाफ़ में राइडर जोड़िए।
   *[other] { " " }पहले इनका कैश गिनिए: { $names }।
}
founder-sure-runs = 🛵 { $loose } ऑर्डर किसी राइडर के पास नहीं।
    { $windows }
    { $riders } में बराबर बाँट दें? जो रास्ते में है, वह वहीं रहेगा।{ $over ->
        [0] { "" }
       *[other] { " " }ये नहीं, पहले इनका कैश गिनिए: { $names }।
    }
founder-share-button = बाँट दीजिए
founder-runs = 🛵 सबके राइडर तय हैं:
    { $lines }
founder-shared-out = 🛵 { "*" }बाँट दिया।* राइडरों को 2 घंटे पहले बताया जाएगा।
    { $lines }
founder-run-line = { "*" }{ $rider }* · { $window }: { $done ->
    [0] { $stops } स्टॉप
   *[other] { $stops } में से { $done } स्टॉप हो गए
}, { $collect } लेने हैं
founder-refused-line = { $code }: { $why }
founder-which-order = कौन सा ऑर्डर? कोड या उसके पहले अक्षर लिखिए: *ऑर्डर 7KQ3*।
founder-no-such-order = { $code } से शुरू होने वाला कोई ऑर्डर नहीं है।{ $codes ->
   *[any] { "" }
}
founder-several-orders = { $code } से कई ऑर्डर शुरू होते हैं: { $codes }।
founder-sure-cancel = { $here ->
    [yes] { $name } का ऑर्डर { $code } रद्द करके { $amount } लौटाएँ?
   *[no] { $name } के ऑर्डर { $code } के लिए ऑनलाइन कुछ नहीं दिया गया, इसलिए कुछ नहीं लौटेगा। रद्द करें?
}
founder-sure-refund = { $name } के ऑर्डर { $code } के { $held } में से { $amount } लौटाएँ? ऑर्डर वैसा ही रहेगा।
founder-nothing-to-refund = { $name } के ऑर्डर { $code } के ऑनलाइन { $held } हमारे पास हैं; ज़्यादा से ज़्यादा इतना लौट सकता है।
founder-cancelled = { $here ->
    [yes] ऑर्डर { $code } रद्द, { $amount } लौट रहे हैं। ग्राहक को बता दिया।
   *[no] ऑर्डर { $code } रद्द। ग्राहक को बता दिया।
}
founder-refunded = ऑर्डर { $code } के { $amount } लौट रहे हैं। हो जाने पर ग्राहक को बताया जाएगा।
founder-day = { "*" }{ $day }*: { $orders ->
    [0] अभी कोई ऑर्डर नहीं
   *[other] { $orders } ऑर्डर, { $total }
}{ $unpaid ->
    [0] { "" }
   *[other] , { $unpaid } का पेमेंट बाक़ी
}
founder-day-window = { $window } · { $zone }: { $orders ->
    [0] कोई ऑर्डर नहीं
   *[other] { $orders } ऑर्डर
}, { $packed } पैक, { $due } लेने हैं · { $open ->
    [yes] { $left } जगह बाक़ी
   *[no] बंद
}
founder-no-windows = उस दिन कोई डिलीवरी नहीं।
founder-low = ⚠️ कम है:
    { $fruit }
founder-orders = { $orders ->
    [one] एक ऑर्डर बाक़ी है।
   *[other] { $orders } ऑर्डर बाक़ी हैं, पहले { $shown } यहाँ हैं।
}
founder-orders-button = ऑर्डर
founder-no-orders = ऐसा कोई ऑर्डर बाक़ी नहीं है।
founder-order-status = { $status ->
    [awaiting_payment] पेमेंट बाक़ी
    [confirmed] पक्का
    [packed] पैक
    [out_for_delivery] रास्ते में
    [delivered] पहुँच गया
    [delivery_failed] वापस आया
    [expired] समय निकल गया
   *[cancelled] रद्द
}
founder-order = { "*" }ऑर्डर { $code }*: { $status }
    { $name } · { $home }, { $apartment }
    { $slot }
    { $lines }
    कुल { $total }{ $paid ->
        [yes] , पेमेंट हो चुका
       *[no] , { $due } लेने हैं
    }{ $has_note ->
        [yes] { " " }· नोट: { $note }
       *[no] { $note }
    }
founder-undo-button = वापस लीजिए
founder-undone = वापस लिया: { $kind ->
    [stock] स्टॉक पहले जैसा है।
    [price] दाम पहले जैसा है।
   *[windows] समय पहले जैसे हैं।
}
