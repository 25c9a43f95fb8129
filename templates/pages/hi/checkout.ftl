### टोकरी से ऑर्डर तक, और एक ऑर्डर का पेज।

progress-label = चरण { $here }, कुल 4
cart-discount = छूट

## Where

where-title = हम कहाँ लाएँ?
where-other = कहीं और
where-search = आपकी सोसाइटी या बिल्डिंग
where-find = ढूँढिए
where-none = “{ $typed }” हमें नहीं मिला। नाम का कोई हिस्सा, इलाका या पिन कोड लिखकर देखिए।
where-list = हम कहाँ-कहाँ पहुँचाते हैं
home-tower = टावर
home-flat = फ़्लैट
home-flat-hint = जैसे 1203, या ग्राउंड फ़्लोर, फ़्लैट A
home-keep = यहाँ लाइए
home-other = दूसरी सोसाइटी

## When

when-title = हम कब आएँ?
when-left = { $left } बचे हैं
when-gone = आपका चुना समय अभी भर गया या बंद हो गया। दूसरा चुनिए।
when-none-title = अभी कोई समय ख़ाली नहीं है
when-none-text = रोज़ नए समय खुलते हैं। आपकी टोकरी वैसी ही रहेगी।
when-other-home = दूसरा पता

## Who

contact-title = डिलीवरी वाला किसे फ़ोन करे?
contact-name = नाम
contact-phone = फ़ोन नंबर
contact-hint = सिर्फ़ इस डिलीवरी के लिए। इस पर कुछ नहीं भेजा जाता।
contact-keep = आगे चलिए
contact-login = आपने WhatsApp पर हमसे ऑर्डर किया है?

## The summary

summary-title = आपका ऑर्डर
summary-change = बदलिए
summary-note = हमारे लिए कोई बात
summary-note-label = डिलीवरी वाले को क्या पता होना चाहिए?
summary-note-keep = बात सहेजिए
summary-online = { $total } ऑनलाइन दीजिए
summary-cash = डिलीवरी पर नकद
summary-cash-guest = नकद के लिए हम पहले आपका नंबर पक्का करते हैं: आप WhatsApp पर हमें एक शब्द भेजिए।
summary-tell = इस ऑर्डर की ख़बर WhatsApp पर भेजिए
summary-held = पेमेंट करने तक हम आपके आम और समय रखे रहते हैं।
summary-unpaid = ऑर्डर { $code } का पेमेंट अभी बाकी है।
summary-unpaid-open = वह ऑर्डर देखिए
refused-total-changed = अब कुल { $total } है, क्योंकि इस बीच कुछ बदल गया। कुछ भी ऑर्डर नहीं हुआ: एक बार फिर देखिए।

## One order

order-state-preparing = एक पल
order-state-payable = पेमेंट कीजिए
order-state-undecided = पेमेंट कीजिए
order-state-parked = हम आपका पेमेंट देख रहे हैं
order-state-confirmed = पक्का
order-state-packed = पैक हो गया
order-state-out_for_delivery = रास्ते में
order-state-delivered = पहुँच गया
order-state-delivery_failed = पहुँच नहीं पाया
order-state-expired = समय पर पेमेंट नहीं हुआ
order-state-cancelled = रद्द
order-text-preparing = आपके आम रखे हैं। हम पेमेंट तैयार कर रहे हैं।
order-text-payable = आपके आम { $until } तक रखे हैं।
order-text-undecided = आपके आम { $until } तक रखे हैं।
order-text-parked = कोई इसे देख रहा है और आपको लिखेगा। दोबारा कुछ देने की ज़रूरत नहीं।
order-text-confirmed = हम { $window } लाएँगे।
order-text-packed = पैक हो गया है। हम { $window } लाएँगे।
order-text-out_for_delivery = डिलीवरी वाला आपके पास आ रहा है।
order-text-delivered = आम का आनंद लीजिए!
order-text-delivery_failed = हम दे नहीं पाए। हमें लिखिए: दूसरा समय तय करेंगे या पैसा लौटाएँगे।
order-text-expired = आम वापस रख दिए गए। इसके लिए कोई पैसा नहीं लिया गया।
order-text-cancelled = { $charged ->
    [no] यह नहीं आएगा। कोई पैसा नहीं लिया गया।
   *[yes] यह नहीं आएगा। दिया हुआ पैसा वहीं लौटता है जहाँ से आया था।
}
order-preparing = कुछ सेकंड लगते हैं। पेज ख़ुद आगे बढ़ेगा।
order-pay = { $total } दीजिए
order-by-link = इसके बदले Razorpay के पेज पर लिंक से
order-state-checking = आपका पेमेंट देख रहे हैं
order-text-checking = हम Razorpay से पूछ रहे हैं। कुछ सेकंड लगते हैं।
order-cash = इसके बदले डिलीवरी पर नकद दीजिए
order-step-confirmed = पक्का
order-step-packed = पैक
order-step-out_for_delivery = रास्ते में
order-step-delivered = पहुँचा
order-due = { $due } डिलीवरी पर देना है।
order-pay-now = { $due } अभी ऑनलाइन दीजिए
order-back = { $why ->
    [twice] इस ऑर्डर का पेमेंट दो बार हुआ; ऑर्डर वैसा ही पक्का है।{" "}
    [cash] इस ऑर्डर का पेमेंट नकद हो रहा है, इसलिए ऑनलाइन वाला ज़्यादा था।{" "}
   *[other] {""}
}{ $how ->
    [processed] { $amount } वहीं लौट गया जहाँ से आया था।{ $reference ->
        [none] {""}
       *[other] {" "}आपका बैंक इसे { $reference } से ढूँढ सकता है।
    }
    [failed] { $amount } लौट नहीं पाया। कोई इसे देख रहा है; यह खोया नहीं है।
   *[going] { $amount } वहीं लौट रहा है जहाँ से आया था, आम तौर पर 5–7 कामकाजी दिनों में।
}
order-parked = { $parked } हमारे पास है और अभी इस ऑर्डर में नहीं लगा है।
order-updates = यह पेज रखिए: ऑर्डर कहाँ तक पहुँचा, यहीं दिखता है।
order-updates-login = { $cancellable ->
    [yes] ख़बर WhatsApp पर लेने या ऑर्डर रद्द करने के लिए साइन इन कीजिए
   *[no] ख़बर WhatsApp पर लेने के लिए साइन इन कीजिए
}
order-again = यही फिर से मँगाइए
order-cancel = ऑर्डर रद्द कीजिए
order-cancel-title = ऑर्डर { $code } रद्द करें?
order-cancel-refund = { $refund } वहीं लौटेगा जहाँ से आया था, आम तौर पर 5–7 कामकाजी दिनों में।
order-cancel-free = कुछ दिया नहीं गया, इसलिए कुछ लौटाना नहीं है।
order-cancel-yes = हाँ, रद्द कीजिए
mine-none-title = अभी कोई ऑर्डर नहीं
mine-none-text = यहाँ या चैट में किए ऑर्डर यहाँ दिखते हैं।

## Signing in

login-title = साइन इन
login-lead = न पासवर्ड, न कोड: आप WhatsApp पर हमें एक शब्द भेजिए।
login-step-send = पेज एक शब्द दिखाता है। एक टैप में हमें भेजिए।
login-step-number = हम पूछते हैं कि पेज पर कौन सा नंबर है। आप उसे चुनिए।
login-step-done = पेज ख़ुद आगे बढ़ता है।
login-begin = WhatsApp से साइन इन कीजिए
login-free = इसका कोई पैसा नहीं। हम कभी फ़ोन नहीं करते और कोड नहीं माँगते।
login-send-title = हमें यह शब्द भेजिए
login-send-text = यह पहले से लिखा है: बस भेजना है।
login-send = WhatsApp खोलिए
login-scan = कंप्यूटर पर: इसे फ़ोन से स्कैन कीजिए।
login-number = फिर चैट में यह नंबर चुनिए:
login-warning = यह पेज आपको किसी ने भेजा है? तब शब्द मत भेजिए: वह आपके नाम से साइन इन हो जाएगा।
login-look = मैंने कर दिया
login-confirmed-title = वह आप ही थे
login-go-on = आगे चलिए
login-used-title = आप साइन इन हैं
login-refused-title = किसी को साइन इन नहीं किया गया
login-refused-text = चैट में दूसरा नंबर चुना गया, या “मैं नहीं”।
login-over-title = वह शब्द अब नहीं चलता
login-over-text = एक शब्द पाँच मिनट चलता है, और एक ही बार।
login-again = नया शब्द लीजिए
told-signed-in = आप साइन इन हैं।
told-signed-out = आप साइन आउट हो गए।
told-cash-signs-in = नकद के लिए पहले साइन इन कीजिए। आपका ऑर्डर वैसा ही रखा है।

login-code-instead = या कोड से
login-code-phone = आपका WhatsApp नंबर
login-code-hint = सिर्फ़ भारत के नंबर। हम उस पर छह अंक भेजते हैं।
login-code-send = कोड भेजिए
login-code-title = कोड लिखिए
login-code-sent = { $phone } WhatsApp पर है तो छह अंक उस पर आ रहे हैं। वे दस मिनट और सिर्फ़ इसी ब्राउज़र में चलते हैं।
login-code-field = छह अंक
login-code-wrong = { $left ->
    [one] यह कोड सही नहीं है। एक कोशिश बाकी है।
   *[other] यह कोड सही नहीं है। { $left } कोशिशें बाकी हैं।
}
login-code-warning = हमारी तरफ़ से यह कोड कभी कोई नहीं माँगता। किसी को मत दीजिए।
login-code-otherwise = दूसरे तरीके से साइन इन कीजिए
login-code-over-title = यह कोड अब नहीं चलता
login-code-over = एक कोड दस मिनट, पाँच कोशिशें और एक ही बार चलता है। अगले पेज का शब्द मुफ़्त है और तुरंत चलता है।
refused-code-only-india = कोड सिर्फ़ भारत के नंबरों पर जाते हैं। ऊपर वाले शब्द से साइन इन कीजिए: वह हर WhatsApp पर चलता है।
refused-code-not-now = अभी कोड नहीं भेजा जा सकता। ऊपर वाले शब्द से साइन इन कीजिए: वह मुफ़्त है और तुरंत चलता है।

## My profile

profile-title = मेरी प्रोफ़ाइल
profile-language = हम किस भाषा में बात करें?
profile-offers-title = ऑफ़र
profile-offers = सीज़न शुरू होने या कुछ सस्ता होने पर संदेश चाहिए? एक शब्द से बंद होता है: stop।
profile-offers-on = सीज़न शुरू होने या कुछ सस्ता होने पर आपको संदेश आता है।
profile-offers-start = हाँ, ऑफ़र भेजिए
profile-offers-stop = ऑफ़र बंद कीजिए
profile-home-remove = हटाइए
profile-homes = मेरे पते
profile-browsers = यहाँ साइन इन हैं
profile-browser-unknown = कोई ब्राउज़र
profile-this-one = यही
profile-logout = साइन आउट कीजिए
profile-logout-others = बाक़ी सब जगह साइन आउट कीजिए
profile-data = हम आपके बारे में जो जानते हैं
profile-data-text = आप इसे ले जा सकते हैं या मिटवा सकते हैं। कर क़ानून के लिए ज़रूरी ऑर्डर और पेमेंट बिना नाम के रहते हैं।
profile-export = डाउनलोड कीजिए
profile-erase = सब कुछ मिटाइए
profile-erase-title = सब कुछ मिटाएँ?
profile-erase-text = आपका नाम, नंबर, पते और संदेश हमेशा के लिए हट जाएँगे। कोई ऑर्डर या रिफ़ंड चल रहा हो तो पहले वह पूरा होगा।
profile-erase-yes = हाँ, सब मिटाइए
profile-ending = मिटाया जा रहा है: एक दिन में, या आपका आख़िरी ऑर्डर या रिफ़ंड पूरा होने पर।
profile-keep = रहने दीजिए
told-kept = सहेज लिया।
told-home-removed = घर हटा दिया।
told-left-everywhere = बाक़ी सब जगह आप साइन आउट हैं।

## The cart goes along

carry-title = WhatsApp पर आगे बढ़िए
carry-text = हमें यह शब्द भेजिए, और आपकी टोकरी चैट में होगी। यह पहले से लिखा है: बस भेजना है।
carry-stay = यहीं रहिए
carry-from-title = WhatsApp की आपकी टोकरी
carry-take = यहाँ मेरी टोकरी में डालिए
carry-home = आपका पता और नाम साथ नहीं आते।
