### आज, ज़रूरी बातें, सेटिंग, जाँच, हालत।

signin-by-word = WhatsApp से साइन इन कीजिए
prove-other = पासवर्ड पास नहीं है?
undo-label = वापस लीजिए
undo-text = हो गया। दस मिनट तक वापस ले सकते हैं।
undo-go = वापस लीजिए
told-undone = वापस ले लिया।
refused-undo-over = यह अब वापस नहीं हो सकता: पहले ही हो चुका है, या दस मिनट बीत गए। कुछ नहीं बदला।

today-to-pack = { $count ->
    [one] ऑर्डर पैक करना है
   *[other] ऑर्डर पैक करने हैं
}
today-unpaid = { $count ->
    [one] ऑर्डर का पैसा आना है
   *[other] ऑर्डरों का पैसा आना है
}
today-waiting = { $count ->
    [one] जन आपका इंतज़ार कर रहे हैं
   *[other] लोग आपका इंतज़ार कर रहे हैं
}
today-failed = { $count ->
    [one] डिलीवरी लौट आई
   *[other] डिलीवरी लौट आईं
}
today-on-their-way = रास्ते में
today-alerts = { $count ->
    [one] बात निपटानी है
   *[other] बातें निपटानी हैं
}
today-nothing-title = अभी कुछ करना नहीं है
today-nothing-text = नए ऑर्डर और संदेश यहाँ अपने आप आते हैं।
today-alerts-title = निपटाना है
today-alerts-all = सारे { $count }
today-sold-title = आज के ऑर्डर
today-sold-orders = ऑर्डर
today-sold-revenue = बिक्री
today-sold-due = लेना बाकी
today-windows-title = डिलीवरी के समय
today-window-closed = बंद
today-low-title = कम बचा है
today-low-line = { $name }: { $left } { $unit ->
    [gram] ग्राम
   *[piece] नग
} बचे हैं
alerts-title = निपटाना है
alerts-lead = जिसमें आपकी ज़रूरत है। कहीं और निपट जाए तो यहाँ से अपने आप हट जाता है।
alerts-none-title = निपटाने को कुछ नहीं
alerts-none-text = जब आपकी ज़रूरत होगी, यहाँ दिखेगा और WhatsApp पर आएगा।
alert-times = { $count } बार
alert-look = देखिए
alert-settle = निपट गया
told-alert-settled = निपट गया।
refused-alert-settled = इसे किसी ने पहले ही निपटा दिया है।

setup-steps-title = पहली बिक्री से पहले
setup-steps-text = आपकी दुकान को अभी क्या चाहिए। सब हो जाने पर यह हट जाता है।
setup-step-facts = दुकान का परिचय दीजिए: क़ानूनी नाम, पता, फ़ोन, FSSAI नंबर
setup-step-zone = पहला इलाका जोड़िए
setup-step-window = डिलीवरी के पहले समय बनाइए
setup-step-fruit = पहला फल लीजिए
setup-step-apartment = पहली सोसाइटी जोड़िए
setup-step-product = पहला आम दाम के साथ जोड़िए
setup-step-whatsapp = WhatsApp जोड़िए (JAMANGO_WHATSAPP_… सेटिंग; “jamango doctor” जाँचता है)
setup-step-razorpay = Razorpay जोड़िए (JAMANGO_RAZORPAY_… सेटिंग; “jamango doctor” जाँचता है)
setup-step-order = एक परीक्षण ऑर्डर कीजिए: दुकान के WhatsApp पर “hi” लिखिए

settings-lead = दुकान अपने बारे में क्या कहती है, और उसके नियम।
settings-facts = दुकान
settings-name = नाम
settings-legal-name = क़ानूनी नाम
settings-legal-name-hint = जैसा बिल पर होता है।
settings-address = पता
settings-fssai = FSSAI नंबर
settings-fssai-hint = 14 अंक; हर पेज और बिल पर रहता है।
settings-gstin = GSTIN
settings-gstin-hint = 15 अक्षर और अंक, अगर आपके पास हो।
settings-upi = UPI पता
settings-upi-hint = दरवाज़े पर पैसे के लिए, जैसे shop@bank।
settings-phone = ग्राहकों के लिए फ़ोन
settings-email = ग्राहकों के लिए ईमेल
settings-hold = फल कितने मिनट रखे रहते हैं
settings-hold-hint = सारांश से, पैसे या ऑर्डर होने तक।
settings-link = पेमेंट लिंक कितने मिनट खुला रहे
settings-link-hint = कम से कम 16: Razorpay इससे कम नहीं लेता।
settings-unpaid = कितने ऑर्डर बिना पैसे छूट सकते हैं
settings-unpaid-hint = इतने छूटने के बाद पहले ऑनलाइन पैसे देने होंगे।
settings-largest = एक ऑर्डर में एक तरह के ज़्यादा से ज़्यादा पैक
settings-handover = बॉट कितने घंटे चुप रहे
settings-handover-hint = जब किसी ने दुकान से किसी से बात करनी चाही हो।
settings-told = आपके फ़ोन पर क्या आए
settings-told-text = सब कुछ “आज” पर तो रहता ही है; यहाँ चुनिए कि WhatsApp पर भी क्या आए।
told-kind-order-new = हर नया ऑर्डर, दरवाज़े पर पैसे वाला
told-kind-order-paid = हर ऑर्डर जिसका पैसा आया
told-kind-order-cancelled = हर रद्द ऑर्डर
told-kind-evening-summary = शाम का सारांश
told-kind-low-stock = कोई फल कम बचा है
told-kind-payment-parked = पैसा जो किसी ऑर्डर का नहीं
told-kind-payment-late = पैसा जो देर से आया
told-kind-message-failed = संदेश जो WhatsApp ने नहीं पहुँचाया
told-kind-message-dead = संदेश जो छोड़ दिया गया
told-kind-invariant-broken = दुकान का हिसाब मेल नहीं खाता
told-kind-customer-wants-human = ग्राहक दुकान से किसी से बात चाहते हैं
told-kind-customer-says = आपकी बातचीत में ग्राहक लिखते हैं
told-kind-customer-complains = ग्राहक की शिकायत
told-kind-customer-bulk = ग्राहक बड़ा ऑर्डर चाहते हैं
told-kind-customer-not-understood = बॉट किसी को नहीं समझा
told-kind-missed-call = किसी ने फ़ोन किया
told-kind-job-late = कोई नियमित काम देर से है
told-kind-webhooks-stopped = Razorpay की ख़बर नहीं आ रही
form-digits = कृपया { $least } अंक लिखिए, या ख़ाली छोड़िए।
form-gstin = कृपया GSTIN के 15 अक्षर और अंक लिखिए, या ख़ाली छोड़िए।
form-upi = कृपया UPI पता लिखिए, जैसे shop@bank, या ख़ाली छोड़िए।

health-lead = मशीन की हालत। जो ठीक नहीं, वह “निपटाना है” में भी है।
health-good = ठीक
health-bad = यहाँ देखिए
health-queues = क्या बाकी है
health-came = आए हुए संदेश
health-goes = भेजने के संदेश
health-links = देखने के पेमेंट
health-refunds = देखने के रिफ़ंड
health-heard = आख़िरी ख़बर
health-provider-whatsapp = WhatsApp
health-provider-razorpay = Razorpay
health-never = अभी नहीं
health-rules = दुकान का हिसाब
health-rules-hold = हर नियम ठीक है।
health-rules-broken = ये नियम टूटे हैं; “jamango fsck” पंक्तियाँ दिखाता है।
health-cost = इस महीने के संदेश
health-messages = भेजे
health-templates = इनमें टेम्पलेट
health-about = ख़र्च, लगभग
health-cost-text = ग्राहक के संदेश के एक दिन के भीतर जवाब मुफ़्त हैं; टेम्पलेट के पैसे लगते हैं।
health-jobs = नियमित काम
health-ago = { $seconds } से॰ पहले
health-ago-minutes = { $minutes } मिनट पहले
health-ago-hours = { $hours } घंटे पहले
health-beat-worker = चैट और भेजना
health-beat-webhook-razorpay = Razorpay की ख़बर
health-beat-job-expire-holds = बिना पेमेंट के ऑर्डर छोड़ना
health-beat-job-remind-before-holds-end = पेमेंट की याद
health-beat-job-tell-of-deliveries = डिलीवरी की ख़बर
health-beat-job-make-slots = आने वाले हफ़्तों के समय
health-beat-job-check-invariants = हिसाब की जाँच
health-beat-job-check-stock = कम स्टॉक की जाँच
health-beat-job-summarise-evening = शाम का सार
health-beat-job-miss-webhooks = खोए वेबहुक की जाँच
health-beat-job-prune = पुराने की सफ़ाई
health-failed = छोड़े गए संदेश
health-failed-none = हाल में कोई नहीं।
