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
    [awaiting_payment] पेमेंट का इंतज़ार है। *{ $until }* तक आम आपके लिए रखे हैं।
    [confirmed] ऑर्डर पक्का है। *{ $slot }* पहुँचेगा।
    [packed] पैक हो गया है। *{ $slot }* पहुँचेगा।
    [out_for_delivery] रास्ते में है, *{ $slot }*।
    [delivered] पहुँच गया। उम्मीद है पसंद आए होंगे!
    [delivery_failed] हम पहुँचा नहीं पाए। *बात करनी है* लिखिए, दूसरा समय तय कर लेंगे।
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
my-orders-move-button = पता बदलिए
my-orders-nothing-to-cancel = रद्द करने के लिए कोई ऑर्डर नहीं है।
my-orders-really-cancel = ऑर्डर *{ $code }* रद्द कर दें?{ $paid ->
    [yes] { " " }{ $refund } जैसे आपने दिए थे, वैसे ही 5 से 7 कामकाजी दिन में लौट आएँगे।
   *[no] { " " }इसके लिए कोई पैसा नहीं लिया गया है।
}
my-orders-yes-cancel-button = हाँ, रद्द कीजिए
my-orders-keep-button = रहने दीजिए
my-orders-cancelled = ऑर्डर *{ $code }* रद्द हो गया।{ $paid ->
    [yes] { " " }{ $refund } वापस भेज दिए हैं; बैंक को 5 से 7 कामकाजी दिन लगते हैं।
   *[no] { "" }
}
