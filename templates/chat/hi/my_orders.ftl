### My orders: the list, one order, cancelling.

my-orders-list = आपके ऑर्डर:
my-orders-list-button = मेरे ऑर्डर
my-orders-none = अभी तक कोई ऑर्डर नहीं। शुरुआत करें? 🥭
my-orders-line = { $status ->
    [awaiting_payment] पेमेंट बाकी
    [confirmed] पक्का
    [packed] पैक हो गया
    [out_for_delivery] रास्ते में
    [delivered] पहुँच गया
    [delivery_failed] पहुँचा नहीं पाए
    [expired] समय पर पेमेंट नहीं हुआ
    [no_link] पेमेंट लिंक नहीं बना
    [money_here] आपका पेमेंट देख रहे हैं
    [money_here_over] आपका पेमेंट देख रहे हैं
   *[cancelled] रद्द
} · { $day }
my-orders-status = { $status ->
    [awaiting_payment] पेमेंट का इंतज़ार है। *{ $until }* तक आम आपके लिए रखे हैं। पेमेंट होने पर *{ $slot }* पहुँचेगा।
    [confirmed] ऑर्डर पक्का है। *{ $slot }* पहुँचेगा।
    [packed] पैक हो गया है। *{ $slot }* पहुँचेगा।
    [out_for_delivery] रास्ते में है, *{ $slot }*।
    [delivered] पहुँच गया। उम्मीद है पसंद आए होंगे!
    [delivery_failed] हम दे नहीं पाए। फिर से लाएँ?
    [expired] समय पर पेमेंट नहीं हुआ, इसलिए आम वापस रख दिए गए।
    [no_link] पेमेंट लिंक नहीं बन पाया, इसलिए आम वापस रख दिए गए। कोई पैसा नहीं कटा।
    [money_here] इसके लिए हमें { $parked } मिले हैं। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।
    [money_here_over] इसके लिए हमें { $parked } मिले हैं, और आम वापस रख दिए गए। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।
   *[cancelled] रद्द हो चुका है।
}
my-orders-order = *ऑर्डर { $code }*
    { $status }

    { $lines }
    डिलीवरी: { $fee }
    { "*" }कुल: { $total }*{ $method ->
        [online] { " " }(ऑनलाइन)
        [cod] { " " }(डिलीवरी पर नकद)
        [part] { " " }({ $prepaid } का पेमेंट हो चुका, { $due } दरवाज़े पर)
       *[none] { "" }
    }
    📍 { $home }, { $apartment }{ $noted ->
        [yes] { "\u000A" }📝 { $note }
       *[no] { "" }
    }
my-orders-parked = ℹ️ आपके { $parked } हमारे पास हैं, जो इस ऑर्डर में नहीं लगे। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।
my-orders-money-owed = ℹ️ इस ऑर्डर के { $owed } अभी आपको वापस नहीं पहुँचे हैं। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।
my-orders-parked-waits = ऑर्डर *{ $code }* के लिए हमें { $parked } मिले हैं। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।

    दोबारा पैसे मत दीजिए। पैसे वापस चाहिए तो ऑर्डर रद्द कीजिए।
my-orders-money-back-button = पैसे वापस चाहिए
my-orders-pay-button = पैसे दीजिए
my-orders-again-button = फिर से मँगाइए
my-orders-cancel-button = रद्द कीजिए
my-orders-nothing-to-cancel = रद्द करने के लिए कोई ऑर्डर नहीं है।
my-orders-only-a-cart = अभी कुछ ऑर्डर नहीं हुआ, इसलिए रद्द करने को कुछ नहीं है। ये आम नहीं चाहिए तो *सब हटा दीजिए* लिखिए।
my-orders-stands = कुछ रद्द नहीं हुआ: आपका ऑर्डर बना हुआ है।
my-orders-really-cancel = { $several ->
    [yes] ऑर्डर *{ $code }*, सब रद्द कर दें?
   *[no] ऑर्डर *{ $code }* रद्द कर दें?
}{ $paid ->
    [yes] { " " }{ $refund } जैसे आपने दिए थे, वैसे ही 5 से 7 कामकाजी दिन में लौट आएँगे।
   *[no] { " " }इसके लिए कोई पैसा नहीं लिया गया है।
}
my-orders-yes-cancel-button = हाँ, रद्द कीजिए
my-orders-keep-button = रहने दीजिए
my-orders-cancelled = { $several ->
    [yes] ऑर्डर *{ $code }* रद्द हो गए।
   *[no] ऑर्डर *{ $code }* रद्द हो गया।
}{ $paid ->
    [yes] { " " }{ $refund } वापस भेज दिए हैं; बैंक को 5 से 7 कामकाजी दिन लगते हैं।
   *[no] { "" }
}

## ऑर्डर बदलना

my-orders-change-button = ऑर्डर बदलिए
my-orders-which = { $wish ->
    [wants_cancel] कौन सा ऑर्डर रद्द करना है?
    [prepays] किसका पेमेंट करना है?
    [pays_at_door] किसका पेमेंट करना है?
   *[other] कौन सा ऑर्डर बदलना है?
}
my-orders-cart-row = नया ऑर्डर पूरा कीजिए
my-orders-nothing-to-change = आपका कोई ऑर्डर आना बाकी नहीं है, इसलिए बदलने को कुछ नहीं है।
my-orders-what-to-change = ऑर्डर *{ $code }* में क्या बदलना है? पैक होने तक सब बदल सकता है।
my-orders-prepay-row = ऑनलाइन पेमेंट कीजिए
my-orders-cash-after-all-row = कैश ही दीजिए
my-orders-which-window = ऑर्डर *{ $code }* कब लाएँ?
my-orders-no-other-window = माफ़ कीजिए, अभी किसी और समय में जगह नहीं है।
my-orders-other-times-there = वहाँ हम दूसरे समय पर आते हैं।
my-orders-which-fruit = ऑर्डर *{ $code }* के कौन से आम कम या ज़्यादा करने हैं? कोई और आम भी जोड़ सकते हैं।
my-orders-fruit-line = { $quantity } × { $pack }
my-orders-fruit-more = जोड़िए: { $pack } · { $price }
my-orders-fruit-stranger = वह आम अभी हमारे पास नहीं है।
my-orders-fruit-not-there = वह इस ऑर्डर में नहीं है।
my-orders-how-many = { $fruit } की जगह कितने?
my-orders-change-to = *ऑर्डर { $code } ऐसा होगा:*
my-orders-change-slot = 🕗 { $old_slot } की जगह *{ $slot }*
my-orders-change-home = 📍 { $old_home }, { $old_apartment } की जगह *{ $home }, { $apartment }*
my-orders-change-note = { $noted ->
    [yes] 📝 { $note }
   *[no] 📝 कोई नोट नहीं
}
my-orders-change-same-total = कुल रकम { $total } ही रहेगी।
my-orders-change-total = डिलीवरी: { $fee }
    { "*" }कुल: { $total }* (अभी { $old_total })
    { $kind ->
        [refund] { $refund } आपको 5 से 7 कामकाजी दिनों में वापस मिलेंगे।
        [door] { $link ->
            [yes] { $due } ऑनलाइन देने हैं; पेमेंट लिंक आएगा।
           *[no] { $due } दरवाज़े पर देने हैं, या ऑनलाइन: *pay* लिखिए।
        }
        [unpaid] { $link ->
            [yes] नया पेमेंट लिंक आएगा; पुराना बंद हो जाएगा।
           *[no] अभी कुछ पेमेंट नहीं हुआ है।
        }
       *[paid] पेमेंट हो चुका है।
    }
my-orders-yes-change-button = हाँ, बदलिए
my-orders-keep-as-it-is-button = वैसा ही रहने दीजिए
my-orders-nothing-changes = ऑर्डर *{ $code }* पहले से ऐसा ही है।
my-orders-proposal-is-old = यह नहीं बदला: ऑर्डर या उसका दाम अब वह नहीं है जो तब था। अभी ऐसा है।
my-orders-changed = ✅ ऑर्डर *{ $code }* बदल गया।
my-orders-changed-refund = { $refund } आपको वापस आ रहे हैं; बैंक 5 से 7 कामकाजी दिन लेते हैं।
my-orders-changed-due = { $due } दरवाज़े पर देने हैं। ऑनलाइन देने हों तो *pay* लिखिए।
my-orders-changed-link = { $renewed ->
    [yes] { $due } का नया पेमेंट लिंक आ रहा है; पुराना इस्तेमाल मत कीजिए।
   *[no] { $due } का पेमेंट लिंक आ रहा है।
}
my-orders-noted = { $noted ->
    [yes] ✅ ऑर्डर *{ $code }* के डिलीवरी वाले के लिए: { $note }
   *[no] ✅ ऑर्डर *{ $code }* पर अब कोई नोट नहीं है।
}
my-orders-link-is-out = { $due } यहाँ दीजिए: { $url }
my-orders-pays-at-door = ✅ { $due } दरवाज़े पर देने हैं।

## An order that came back

my-orders-way = 🛵 { $rider } ला रहे हैं: { $stops ->
    [0] अगला स्टॉप आपका है।
    [one] आपसे पहले 1 स्टॉप।
   *[other] आपसे पहले { $stops } स्टॉप।
}{ $has_code ->
    [yes] { " " }आपका कोड: *{ $code }*।
   *[no] { "" }
}
my-orders-decided = इस ऑर्डर का फ़ैसला हो चुका है। अभी ऐसा है:
my-orders-when-anew = ऑर्डर *{ $code }* फिर कब लाएँ?
my-orders-no-window-anew = ऑर्डर *{ $code }* के लिए अभी कोई समय खुला नहीं है। हमसे बात कीजिए, या रद्द कीजिए।
my-orders-comes-again = ✅ ऑर्डर *{ $code }* फिर आएगा: { $slot }।
my-orders-who-takes-it = ऑर्डर *{ $code }* कौन लेगा? दबाइए या लिखिए, जैसे: फ़्लैट 1204।
my-orders-keeper-neighbour-button = पड़ोसी
my-orders-keeper-security-button = सिक्योरिटी
my-orders-left-with = ✅ डिलीवरी वाले को बता दिया। ऑर्डर *{ $code }* वहीं दिया जाएगा।
