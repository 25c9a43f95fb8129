### What the shop tells unasked. `notices-<key>` is said by the notice of that key, `notices-alert-<code>` to founders.

## Buttons

notices-my-order-button = मेरा ऑर्डर
notices-order-again-button = फिर ऑर्डर करें
notices-menu-button = आम देखें
notices-pay-button = { $total } चुकाएँ
notices-pay-online-button = ऑनलाइन भुगतान
notices-pay-cash-button = डिलीवरी पर नकद
notices-human-button = हमसे बात करें
notices-hand-back-button = बॉट को लौटाएँ

## Words that stand for a value

notices-word-payment-method-online = ऑनलाइन चुका दिए गए
notices-word-payment-method-cod = दरवाज़े पर नकद देने हैं

## Orders and holds

notices-order-confirmed =
    🥭 *ऑर्डर { $code } पक्का हो गया!*
    { $items }
    { $total }, { $payment_method }।
    📍 { $home }, { $apartment }
    डिलीवरी: { $slot }।
    निकलते ही हम आपको बताएँगे।

notices-pay-here =
    ऑर्डर { $code } के आम आपके लिए { $until } रखे हैं।
    नीचे के बटन से { $total } चुकाएँ; UPI, कार्ड और नेट बैंकिंग सब चलते हैं।
notices-pay-here-footer = Razorpay से सुरक्षित भुगतान

notices-hold-ending =
    ⏳ ऑर्डर { $code } ({ $total }) का भुगतान अभी बाकी है।
    आपके आम और डिलीवरी का समय हम { $until } रखेंगे।

notices-hold-expired =
    ऑर्डर { $code } का भुगतान समय पर नहीं हुआ, इसलिए आम वापस रख दिए गए। कोई पैसा नहीं कटा।
    अब भी चाहिए? एक टैप से आपकी टोकरी फिर भर जाएगी।

notices-order-cancelled = { $has_refund ->
    [no] ऑर्डर { $code } रद्द हो गया। कोई पैसा नहीं कटा।
   *[other] ऑर्डर { $code } रद्द हो गया। { $refund } आपको वापस मिलेंगे, आम तौर पर 5–7 कामकाजी दिनों में; हो जाने पर हम लिखेंगे।
}

## Money

notices-refund-processed = { $has_bank_reference ->
    [no] ✅ ऑर्डर { $code } के { $amount } आपको वापस कर दिए गए।
   *[other] ✅ ऑर्डर { $code } के { $amount } आपको वापस कर दिए गए। बैंक संदर्भ: { $bank_reference }।
}

notices-payment-link-failed =
    ऑर्डर { $code } के लिए भुगतान लिंक अभी नहीं बन पाया। आपके आम अब भी रखे हैं।
    कृपया फिर कोशिश करें, या दरवाज़े पर नकद दें।

notices-payment-late-confirmed =
    🥭 { $amount } का आपका भुगतान समय निकलने के बाद आया, पर आपके आम अब भी थे।
    { "" }*ऑर्डर { $code } पक्का हो गया।* डिलीवरी: { $slot }।
    { $items }
    📍 { $home }, { $apartment }

notices-payment-late-refunded =
    ऑर्डर { $code } के लिए { $amount } का आपका भुगतान तब आया जब ऑर्डर बंद हो चुका था, और अब वह पूरा नहीं हो सकता।
    पूरी रकम हम वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में। असुविधा के लिए क्षमा करें।

notices-payment-twice-refunded =
    ऑर्डर { $code } का भुगतान दो बार हो गया। दूसरा भुगतान { $amount } हम आपको वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में। आपका ऑर्डर कायम है।

notices-payment-parked =
    ऑर्डर { $code } के लिए हमें { $amount } मिले, जबकि { $due } देने थे। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।

## For the founder

notices-alert-other = ⚠️ { $matter } ({ $subject })
notices-alert-customer-wants-human =
    🙋 { $name } ({ $phone }) किसी व्यक्ति से बात करना चाहते हैं:
    { $kind ->
        [text] “{ $words }”
        [voice] (वॉइस नोट)
        [image] (फ़ोटो) { $words }
        [video] (वीडियो) { $words }
        [document] (दस्तावेज़) { $words }
        [location] (लोकेशन)
        [sticker] (स्टिकर)
       *[other] ({ $kind }) { $words }
    }
    जवाब देने के लिए इसी संदेश पर रिप्लाई करें। जब तक आप चैट वापस न दें, बॉट उसमें चुप रहेगा।
notices-alert-customer-says =
    💬 { $name } ({ $phone }):
    { $kind ->
        [text] “{ $words }”
        [voice] (वॉइस नोट)
        [image] (फ़ोटो) { $words }
        [video] (वीडियो) { $words }
        [document] (दस्तावेज़) { $words }
        [location] (लोकेशन)
        [sticker] (स्टिकर)
       *[other] ({ $kind }) { $words }
    }
    जवाब देने के लिए इसी संदेश पर रिप्लाई करें।
notices-alert-message-set-aside = ⚠️ ग्राहक का एक संदेश हर बार विफल रहा और अलग रखा गया ({ $subject })। उन्हें बता दिया है। कारण: { $reason }
notices-alert-news-set-aside = ⚠️ किसी सेवा की एक सूचना हर बार विफल रही और अलग रखी गई ({ $subject })। कारण: { $reason }
notices-alert-webhook-not-readable = ⚠️ { $subject } का एक हस्ताक्षरित वेबहुक पढ़ा नहीं जा सका। वह रखा है, कृपया देखें।
notices-alert-foreign-number = ⚠️ किसी और नंबर के वेबहुक यहाँ आ रहे हैं ({ $subject })। उन पर काम नहीं होता: Meta में सदस्यता जाँचें।
notices-alert-whatsapp-account = ⚠️ हमारे WhatsApp खाते के बारे में Meta की सूचना है ({ $subject })। कृपया WhatsApp Manager देखें।
notices-alert-invariant-broken = 🚨 हिसाब मेल नहीं खाता: नियम { $subject }, { $rows } पंक्तियाँ। jamango fsck चलाएँ।
notices-alert-job-late = ⚠️ नियमित काम { $subject } पिछले { $minutes } मिनट से नहीं चला। चैट और भुगतान चल रहे हैं। यदि ऐसा ही रहे, तो jamango jobs और उसका Redis देखें।
notices-alert-whatsapp-stopped = 🚨 WhatsApp हमें भेजने नहीं दे रहा (कोड { $error_code }): { $detail } ठीक होने तक संदेश रुके रहेंगे।
notices-alert-whatsapp-unreachable = ⚠️ WhatsApp कुछ मिनटों से जवाब नहीं दे रहा। संदेश रुके हैं और बाद में जाएँगे।
notices-alert-message-dead = ⚠️ { $subject } के बारे में एक संदेश भेजा नहीं जा सका (कोड { $error_code }): { $detail }
notices-alert-message-failed = ⚠️ { $subject } के बारे में एक संदेश ग्राहक तक नहीं पहुँचा (कोड { $error_code })। कृपया उन्हें फ़ोन करें।
notices-alert-template-missing = ⚠️ WhatsApp के पास हमारा टेम्पलेट { $subject } तैयार नहीं है (कोड { $error_code })। jamango templates status चलाएँ।
notices-alert-template-paused = ⚠️ Meta ने हमारा टेम्पलेट { $subject } बदलकर { $status } कर दिया: { $reason }
notices-alert-identity-disputed = ⚠️ एक फ़ोन नंबर दूसरे WhatsApp खाते के साथ आया ({ $subject })। पुराना इतिहास नहीं सौंपा गया।
notices-alert-staff-phone-changed-hands = 🚨 एक कर्मचारी का फ़ोन ({ $subject }) अब किसी और WhatsApp खाते के पास है। उसके अधिकार हटा दिए गए।
notices-alert-payment-uncaptured = ⚠️ ऑर्डर { $order } का भुगतान { $subject } स्वीकृत है पर लिया नहीं गया। Razorpay में capture सेटिंग जाँचें।
notices-alert-link-strange = ⚠️ भुगतान लिंक { $subject } की स्थिति अनजानी है: { $status }
notices-alert-link-refused = ⚠️ Razorpay ने भुगतान लिंक से मना किया ({ $subject }): { $description }
notices-alert-payment-parked = 🚨 ऑर्डर { $order } का भुगतान { $subject } मेल नहीं खाता ({ $reason }, { $amount })। आपके फ़ैसले तक रुका है।
notices-alert-payment-late = ⚠️ ऑर्डर { $order } का भुगतान { $subject } बहुत देर से आया ({ $reason })। { $amount } ग्राहक को वापस जा रहे हैं।
notices-alert-refund-failed = 🚨 { $amount } का रिफ़ंड ({ $subject }) विफल रहा: { $why } कृपया Razorpay देखें।
notices-alert-refund-elsewhere = ⚠️ किसी ने Razorpay में हाथ से { $amount } लौटाए ({ $subject }, { $refund })। हिसाब में जोड़ लिया गया है।
notices-alert-refund-slow = ⚠️ { $amount } का रिफ़ंड ({ $subject }) कई दिनों से रास्ते में है।
notices-alert-razorpay-keys = 🚨 Razorpay हमारी कुंजियाँ नहीं मान रहा। ठीक होने तक कोई भुगतान लिंक नहीं बनेगा।
notices-alert-webhooks-stopped = ⚠️ लगता है Razorpay के वेबहुक बंद हो गए हैं: { $hours } घंटे से एक भी नहीं आया, जबकि ग्राहकों ने भुगतान किया। कोई भुगतान नहीं खोया: हम खुद Razorpay से पूछते हैं, बस ऑर्डर एक-दो मिनट देर से पक्के होते हैं। कृपया Razorpay में Webhooks देखें: क्या हमारा वेबहुक चालू है, और उसका पता सही है?
notices-alert-template-category = ⚠️ Meta ने हमारा टेम्पलेट { $subject } श्रेणी { $category } में डाल दिया, जिसका दाम अलग है।
notices-alert-payment-unknown = ⚠️ Razorpay में भुगतान { $subject } है, जो हमारे किसी लिंक से नहीं माँगा गया। कृपया वहाँ देखें।
notices-alert-payment-dispute = 🚨 एक ग्राहक ने भुगतान { $subject } पर आपत्ति की है। समय पर Razorpay में जवाब दें, नहीं तो पैसा चला जाएगा।
