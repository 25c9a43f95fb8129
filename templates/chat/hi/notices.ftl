### What the shop tells unasked. `notices-<key>` is said by the notice of that key, `notices-alert-<code>` to founders.

## Buttons

notices-my-order-button = मेरा ऑर्डर
notices-order-again-button = फिर ऑर्डर कीजिए
notices-menu-button = आम देखिए
notices-pay-button = { $total } दीजिए
notices-pay-online-button = ऑनलाइन पेमेंट
notices-pay-cash-button = डिलीवरी पर नकद
notices-human-button = हमसे बात कीजिए
notices-hand-back-button = बॉट को लौटाइए

## Words that stand for a value

notices-word-payment-method-online = ऑनलाइन पेमेंट हो गया
notices-word-payment-method-cod = डिलीवरी पर नकद
notices-word-reason-wrong-amount = दूसरी रकम
notices-word-reason-wrong-currency = दूसरी मुद्रा
notices-word-reason-refunded-elsewhere = कुछ हिस्सा Razorpay से लौट चुका है
notices-word-reason-late = समय निकलने के बाद
notices-word-reason-cancelled = रद्द होने के बाद
notices-word-event-DISABLE = वह बंद कर दिया गया है, कुछ नहीं भेजा जा सकता
notices-word-event-SCHEDULE-FOR-DISABLE = वह बंद किया जाएगा
notices-word-event-REINSTATE = वह फिर चालू है
notices-word-event-ACCOUNT-VIOLATION = WhatsApp का एक नियम टूटा
notices-word-event-ACCOUNT-RESTRICTION = उस पर रोक लगी है
notices-word-event-ACCOUNT-DELETED = वह हटा दिया गया
notices-word-event-PIN-CHANGED = बदला गया
notices-word-event-PIN-RESET-REQUEST = किसी ने रीसेट करने को कहा
notices-word-event-PIN-RESET-SUCCESS = रीसेट हो गया

## Orders and holds

notices-order-confirmed =
    🥭 *ऑर्डर { $code } पक्का हो गया!*
    { $items }
    { $total }, { $payment_method }।
    📍 { $home }, { $apartment }
    डिलीवरी: { $slot }।
    निकलते ही हम आपको बताएँगे।

notices-pay-here =
    { $has_items ->
        [yes] ऑर्डर *{ $code }*: { $items }
            📍 { $home }, { $apartment }
            डिलीवरी: { $slot }।
            { "" }
       *[no] { "" }
    }ऑर्डर { $code } के आम आपके लिए { $until } रखे हैं।
    नीचे के बटन से { $total } दीजिए; UPI, कार्ड और नेट बैंकिंग सब चलते हैं।
notices-pay-here-footer = Razorpay से सुरक्षित पेमेंट

notices-hold-ending =
    ⏳ ऑर्डर { $code } ({ $total }) का पेमेंट अभी बाकी है।
    आपके आम और डिलीवरी का समय हम { $until } रखेंगे।

notices-hold-expired =
    ऑर्डर { $code } का पेमेंट समय पर नहीं हुआ, इसलिए आम वापस रख दिए गए। कोई पैसा नहीं कटा।
    अब भी चाहिए? एक टैप से आपकी टोकरी फिर भर जाएगी।

notices-hold-expired-money-here =
    ऑर्डर { $code } का समय निकल गया, इसलिए आम वापस रख दिए गए। आपका { $parked } का पेमेंट हमारे पास सुरक्षित है।
    हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा। पैसे वापस चाहिए तो *cancel* लिखिए।

notices-hold-expired-no-link =
    ऑर्डर { $code } के लिए पेमेंट लिंक नहीं बन पाया, क्योंकि पेमेंट सेवा से जवाब नहीं आया। माफ़ कीजिए! आम वापस रख दिए गए। कोई पैसा नहीं कटा।
    अब भी चाहिए? एक टैप से आपकी टोकरी फिर भर जाएगी।

notices-order-cancelled = { $has_refund ->
    [no] ऑर्डर { $code } रद्द हो गया। कोई पैसा नहीं कटा।
   *[other] ऑर्डर { $code } रद्द हो गया। { $refund } आपको वापस मिलेंगे, आम तौर पर 5–7 कामकाजी दिनों में; हो जाने पर हम लिखेंगे।
}

## Money

notices-refund-processed = { $has_bank_reference ->
    [no] ✅ ऑर्डर { $code } के { $amount } आपको वापस कर दिए गए।
   *[other] ✅ ऑर्डर { $code } के { $amount } आपको वापस कर दिए गए। बैंक रेफ़रेंस नंबर: { $bank_reference }।
}

notices-payment-link-failed =
    ऑर्डर { $code } के लिए पेमेंट लिंक अभी नहीं बन पाया। आपके आम अब भी रखे हैं।
    { $online_only ->
        [yes] कृपया फिर कोशिश कीजिए।
       *[no] कृपया फिर कोशिश कीजिए, या डिलीवरी पर नकद दीजिए।
    }

notices-payment-link-cancelled =
    ऑर्डर { $code } का पेमेंट लिंक पेमेंट होने से पहले ही रद्द हो गया। आपके आम अब भी { $until } रखे हैं।
    { $online_only ->
        [yes] नए लिंक के लिए *ऑनलाइन पेमेंट* दबाइए।
       *[no] नए लिंक के लिए *ऑनलाइन पेमेंट* दबाइए, या डिलीवरी पर नकद दीजिए।
    }

notices-payment-late-confirmed =
    🥭 { $amount } का आपका पेमेंट समय निकलने के बाद आया, पर आपके आम अब भी थे।
    { "" }*ऑर्डर { $code } पक्का हो गया।* डिलीवरी: { $slot }।
    { $items }
    📍 { $home }, { $apartment }

notices-payment-late-refunded =
    ऑर्डर { $code } के लिए { $amount } का आपका पेमेंट तब आया जब ऑर्डर बंद हो चुका था, और अब वह पूरा नहीं हो सकता।
    पूरी रकम हम वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में। तकलीफ़ के लिए माफ़ कीजिए।

notices-order-changed =
    ✏️ *हमने आपके लिए ऑर्डर { $code } बदला है।*
    { $items }
    📍 { $home }, { $apartment }
    डिलीवरी { $slot } होगी।
    कुल { $total }{ $has_due ->
        [yes] , जिसमें से { $due } देने हैं।
       *[no] , पेमेंट हो चुका है।
    }{ $has_refund ->
        [yes] { " " }{ $refund } आपको वापस मिलेंगे, आम तौर पर 5–7 कामकाजी दिनों में।
       *[no] { "" }
    }
notices-prepay-here =
    ऑर्डर { $code } के { $total } नीचे के बटन से { $until } दीजिए; UPI, कार्ड और नेट बैंकिंग सब चलते हैं।
    नहीं तो कुछ नहीं बदलता: दरवाज़े पर दीजिए।
notices-prepay-here-footer = Razorpay से सुरक्षित
notices-order-prepaid = ✅ ऑर्डर { $code } के { $amount } मिल गए। { $has_due ->
    [yes] { $due } दरवाज़े पर देने हैं।
   *[no] दरवाज़े पर कुछ नहीं देना है।
}
notices-payment-changed-refunded =
    ऑर्डर { $code } के लिए आपका { $amount } का पेमेंट बदलने से पहले वाले ऑर्डर का था। पूरी रकम हम वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में।
    आपका ऑर्डर वैसा ही है जैसा आपने बदला।

notices-payment-twice-refunded =
    ऑर्डर { $code } का पेमेंट दो बार हो गया। दूसरा पेमेंट { $amount } हम आपको वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में। आपका ऑर्डर पक्का है।

notices-payment-cash-refunded =
    ऑर्डर { $code } के लिए { $amount } का आपका ऑनलाइन पेमेंट तब आया जब आप डिलीवरी पर नकद चुन चुके थे। पूरी रकम हम वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में।
    आपका ऑर्डर पक्का है, पैसे डिलीवरी पर नकद दीजिए।

notices-payment-returned =
    ऑर्डर { $code } का आपका { $amount } का पेमेंट हम वापस भेज रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में; हो जाने पर हम लिखेंगे।

notices-payment-parked =
    ऑर्डर { $code } के लिए हमें { $amount } मिले, जबकि { $due } देने थे। हमारी दुकान से कोई इसे देख रहा है और यहीं आपको लिखेगा।

## Deliveries

notices-bring-again-button = फिर से लाइए
notices-leave-with-button = कोई और ले लेगा
notices-money-back-button = पैसे वापस / रद्द
notices-start-run-button = शुरू
notices-next-stop-button = अगला स्टॉप
notices-word-reason-nobody-home = किसी ने दरवाज़ा नहीं खोला
notices-word-reason-wrong-address = पता नहीं मिला
notices-word-reason-gate-closed = गेट से अंदर नहीं जाने दिया
notices-word-reason-refused = लिया नहीं गया
notices-word-reason-no-cash-ready = कैश तैयार नहीं था
notices-word-reason-damaged = डिब्बा ख़राब हो गया था
notices-word-reason-other-time = दूसरा समय चाहिए था
notices-word-reason-vehicle-or-rain = बारिश या गाड़ी की वजह से नहीं पहुँच पाए
notices-word-reason-window-postponed = वह समय टल गया
notices-out-for-delivery = 🛵 ऑर्डर *{ $code }* *{ $rider }* के साथ निकल चुका है: { $stops ->
    [0] अगला स्टॉप आपका है।
    [one] आपसे पहले 1 स्टॉप।
   *[other] आपसे पहले { $stops } स्टॉप।
}{ $has_due ->
    [yes] { " " }{ $due } तैयार रखिए, या दरवाज़े पर UPI से दीजिए।
   *[no] { "" }
}{ $has_door_code ->
    [yes] { " " }डिलीवरी वाले के लिए आपका कोड: *{ $door_code }*।
   *[no] { "" }
}
notices-order-delivered = ✅ ऑर्डर *{ $code }* पहुँच गया{ $has_keeper ->
    [yes] , इनके पास: { $keeper }
   *[no] { "" }
}।{ $has_collected ->
    [yes] { " " }हमें { $collected } मिल गए।
   *[no] { "" }
} आम का मज़ा लीजिए! 🥭
notices-delivery-failed = ऑर्डर *{ $code }* दे नहीं पाए: { $reason }। आपके आम हमारे पास सुरक्षित हैं।
    अब क्या करें?
notices-window-postponed = माफ़ कीजिए, हम { $slot } नहीं आ पाएँगे। ऑर्डर *{ $code }* सुरक्षित है{ $has_prepaid ->
    [yes] , आपके पैसे भी
   *[no] { "" }
}।
    दूसरा समय चुनिए, या रद्द कीजिए{ $has_prepaid ->
        [yes] : सारे पैसे वापस मिलेंगे
       *[no] { "" }
    }।
notices-rider-run = 🛵 आपका रूट, { $slot }: { $stops ->
    [one] 1 स्टॉप
   *[other] { $stops } स्टॉप
}, { $collect } लेने हैं। निकलते समय *शुरू* दबाइए।
notices-rider-stop-added = ➕ आपके रूट में नया स्टॉप: ऑर्डर { $code }।
notices-rider-stop-taken = ➖ ऑर्डर { $code } अब आपके रूट में नहीं है। इसे मत ले जाइए।
notices-rider-stop-back = ↩️ { $name }, ऑर्डर { $code }, फिर आपके रूट में है: { $keeper }।
notices-rider-paid = ✅ ऑर्डर { $code } का UPI पैसा आ गया।{ $has_due ->
    [yes] { " " }{ $due } कैश और लेना है।
   *[no] { " " }अब कुछ नहीं लेना।
}
notices-run-button = मेरा रूट खोलिए
notices-rider-link = 📱 आपका रूट पेज पर, कमज़ोर नेट में भी।
notices-rider-run-off = 🌧️ बाक़ी रूट रद्द: यह समय टल गया है। डिब्बे वापस ले आइए।
notices-alert-delivery-unanswered = 📦 ऑर्डर { $subject } वापस आया ({ $reason }), और ग्राहक ने अब तक जवाब नहीं दिया। उन्हें फ़ोन कीजिए।
notices-alert-rider-cash-difference = 💰 रन { $run } का कैश गिना गया: { $difference } { $missing ->
    [yes] कम
   *[no] ज़्यादा
}। हिसाब होने तक यह खुला रहेगा।

## For the founder

notices-alert-other = ⚠️ { $matter } ({ $subject })
notices-alert-customer-wants-human =
    🙋 { $name } ({ $phone }) आपसे बात करना चाहते हैं:
    { $kind ->
        [text] “{ $words }”
        [voice] (वॉइस नोट)
        [image] (फ़ोटो) { $words }
        [video] (वीडियो) { $words }
        [document] (दस्तावेज़) { $words }
        [location] (लोकेशन) { $words }
        [contacts] (संपर्क कार्ड) { $words }
        [order] (WhatsApp की टोकरी) { $words }
        [form] (फ़ॉर्म) { $words }
        [edit] (संदेश बदला:) “{ $words }”
        [sticker] (स्टिकर)
       *[other] ({ $kind }) { $words }
    }
    जवाब देने के लिए इसी संदेश पर रिप्लाई कीजिए। आपके चैट लौटाने तक बॉट उसमें चुप रहेगा।
notices-alert-customer-says =
    💬 { $name } ({ $phone }):
    { $kind ->
        [text] “{ $words }”
        [voice] (वॉइस नोट)
        [image] (फ़ोटो) { $words }
        [video] (वीडियो) { $words }
        [document] (दस्तावेज़) { $words }
        [location] (लोकेशन) { $words }
        [contacts] (संपर्क कार्ड) { $words }
        [order] (WhatsApp की टोकरी) { $words }
        [form] (फ़ॉर्म) { $words }
        [edit] (संदेश बदला:) “{ $words }”
        [sticker] (स्टिकर)
       *[other] ({ $kind }) { $words }
    }
    जवाब देने के लिए इसी संदेश पर रिप्लाई कीजिए।
notices-alert-customer-complains =
    😟 { $name } ({ $phone }) की शिकायत:
    { $kind ->
        [text] “{ $words }”
        [voice] (वॉइस नोट)
        [image] (फ़ोटो) { $words }
        [video] (वीडियो) { $words }
        [document] (दस्तावेज़) { $words }
        [location] (लोकेशन) { $words }
        [contacts] (संपर्क कार्ड) { $words }
        [order] (WhatsApp की टोकरी) { $words }
        [form] (फ़ॉर्म) { $words }
        [edit] (संदेश बदला:) “{ $words }”
        [sticker] (स्टिकर)
       *[other] ({ $kind }) { $words }
    }
    { $has_order ->
        [yes] पिछला ऑर्डर: *{ $order }*, { $order_status }, { $total }।
       *[no] इनका कोई ऑर्डर नहीं है।
    }
    जवाब देने के लिए इसी संदेश पर रिप्लाई कीजिए। आपके चैट लौटाने तक बॉट उसमें चुप रहेगा।
notices-alert-customer-bulk =
    📦 { $name } ({ $phone }) बड़ा ऑर्डर चाहते हैं:
    { $kind ->
        [text] “{ $words }”
       *[other] ({ $kind }) { $words }
    }
    { $has_items ->
        [yes] आज यह { $items } है: { $total }, डिलीवरी के बिना। बचे हैं: { $left }।
       *[no] कितने चाहिए, यह नहीं लिखा।
    }
    जवाब देने के लिए इसी संदेश का जवाब लिखिए। जब तक आप चैट नहीं लौटाते, बॉट वहाँ चुप रहेगा।
notices-alert-customer-not-understood =
    🤖 { $name } ({ $phone }) की बात समझ नहीं आ रही, इसलिए बॉट ने इस पर जवाब देना रोक दिया है:
    { $kind ->
        [text] “{ $words }”
        [voice] (वॉइस नोट)
        [image] (फ़ोटो) { $words }
        [video] (वीडियो) { $words }
        [document] (दस्तावेज़) { $words }
        [location] (लोकेशन) { $words }
        [contacts] (संपर्क कार्ड) { $words }
        [order] (WhatsApp की टोकरी) { $words }
        [form] (फ़ॉर्म) { $words }
        [edit] (संदेश बदला:) “{ $words }”
        [sticker] (स्टिकर)
       *[other] ({ $kind }) { $words }
    }
    जवाब देने के लिए इसी संदेश पर रिप्लाई कीजिए। यह अपने आप भेजा गया जवाब भी हो सकता है।
notices-alert-customer-file-lost =
    ⚠️ { $name } { $kind ->
        [voice] का वॉइस नोट
        [image] की फ़ोटो
        [video] का वीडियो
       *[other] की फ़ाइल
    } आप तक नहीं भेजी जा सकी। फिर से मँगवाने के लिए इसी संदेश पर रिप्लाई कीजिए।
notices-word-order-status-awaiting-payment = पेमेंट बाकी
notices-word-order-status-confirmed = पक्का
notices-word-order-status-packed = पैक हो चुका
notices-word-order-status-out-for-delivery = रास्ते में
notices-word-order-status-delivered = पहुँच गया
notices-word-order-status-delivery-failed = नहीं पहुँचा
notices-word-order-status-cancelled = रद्द
notices-word-order-status-expired = समय पर पेमेंट नहीं हुआ
notices-alert-message-set-aside = ⚠️ ग्राहक का एक संदेश हर बार विफल रहा और अलग रखा गया ({ $subject })। उन्हें बता दिया है। कारण: { $reason }
notices-alert-news-set-aside = ⚠️ किसी सेवा की एक सूचना हर बार विफल रही और अलग रखी गई ({ $subject })। कारण: { $reason }
notices-alert-webhook-not-readable = ⚠️ { $subject } का एक हस्ताक्षरित वेबहुक पढ़ा नहीं जा सका। वह रखा है, कृपया देखिए।
notices-alert-foreign-number = ⚠️ किसी और नंबर के वेबहुक यहाँ आ रहे हैं ({ $subject })। उन पर काम नहीं होता: Meta में सदस्यता जाँचिए।
notices-alert-whatsapp-account = { $about ->
    [errors] ⚠️ Meta हमारे WhatsApp नंबर में गड़बड़ी बता रहा है (कोड { $event }): { $detail }
    [phone_number_quality_update] 🚨 Meta ने हमारे WhatsApp नंबर की रेटिंग घटाई ({ $event }{ $has_detail ->
        [yes] , { $detail }
       *[no] { "" }
    }), क्योंकि लोग हमें ब्लॉक या रिपोर्ट कर रहे हैं। कृपया कुछ दिन ऑफ़र न भेजिए।
    [account_review_update] 🚨 Meta ने हमारे WhatsApp खाते की जाँच की: { $event }। ऐसे में उसे इस्तेमाल नहीं किया जा सकता।
    [phone_number_name_update] ⚠️ Meta ने हमारा दिखने वाला नाम नहीं माना: { $detail }
    [business_capability_update] ⚠️ Meta हमें एक दिन में सिर्फ़ { $event } लोगों को पहले लिखने देता है। जवाबों पर इसका असर नहीं।
    [security] 🚨 हमारे WhatsApp नंबर का PIN: { $event }। अगर यह आपने नहीं किया, तो कोई नंबर ले रहा है: PIN और पासवर्ड अभी बदलिए।
   *[account] ⚠️ हमारे WhatsApp खाते के बारे में Meta की सूचना: { $event }{ $has_detail ->
        [yes] { " " }({ $detail })
       *[no] { "" }
    }।
} कृपया WhatsApp Manager देखिए।
notices-alert-pictures-failed = ⚠️ WhatsApp हमारी एक तस्वीर नहीं दिखा पाया (कोड { $error_code })। तब संदेश बिना तस्वीर के जाते हैं। क्या Meta JAMANGO_PUBLIC_URL के पते तक पहुँच सकता है?
notices-alert-form-changed = ⚠️ Meta ने हमारे फ़ॉर्म { $subject } को { $status } कर दिया। जब तक वह फिर से प्रकाशित न हो, ग्राहक बटन और शब्दों से ऑर्डर करते हैं। jamango flows status चलाइए।
notices-alert-form-refused = ⚠️ WhatsApp ने हमारा ऑर्डर फ़ॉर्म नहीं दिखाया (कोड { $error_code }); ग्राहक से शब्दों में पूछा गया। jamango flows status चलाइए।
notices-alert-invariant-broken = 🚨 हिसाब मेल नहीं खाता: नियम { $subject }, { $rows } पंक्तियाँ। jamango fsck चलाइए।
notices-alert-invariant-not-checked = ⚠️ नियम { $subject } की जाँच नहीं हो सकी: डेटाबेस ने समय पर जवाब नहीं दिया। ऑर्डर चल रहे हैं। यदि ऐसा ही रहे, तो jamango fsck चलाइए और डेटाबेस का भार देखिए।
notices-alert-job-late = ⚠️ नियमित काम { $subject } पिछले { $minutes } मिनट से नहीं चला। चैट और पेमेंट चल रहे हैं। यदि ऐसा ही रहे, तो jamango jobs और उसका Redis देखिए।
notices-alert-whatsapp-stopped = 🚨 WhatsApp हमें भेजने नहीं दे रहा (कोड { $error_code }): { $detail } ठीक होने तक संदेश रुके रहेंगे।
notices-alert-whatsapp-unreachable = ⚠️ WhatsApp कुछ मिनटों से जवाब नहीं दे रहा। संदेश रुके हैं और बाद में जाएँगे।
notices-alert-message-dead = ⚠️ { $subject } के बारे में एक संदेश भेजा नहीं जा सका (कोड { $error_code }): { $detail }
notices-alert-message-failed = ⚠️ { $subject } के बारे में एक संदेश ग्राहक तक नहीं पहुँचा (कोड { $error_code })। कृपया उन्हें फ़ोन कीजिए।
notices-alert-template-missing = ⚠️ WhatsApp के पास हमारा टेम्पलेट { $subject } तैयार नहीं है (कोड { $error_code })। jamango templates status चलाइए।
notices-alert-template-paused = ⚠️ Meta ने हमारा टेम्पलेट { $subject } बदलकर { $status } कर दिया: { $reason }
notices-alert-identity-disputed = ⚠️ एक फ़ोन नंबर दूसरे WhatsApp खाते के साथ आया ({ $subject })। पुराना इतिहास नहीं सौंपा गया।
notices-alert-staff-phone-changed-hands = 🚨 एक कर्मचारी का फ़ोन ({ $subject }) अब किसी और WhatsApp खाते के पास है। उसके अधिकार हटा दिए गए।
notices-alert-payment-uncaptured = ⚠️ ऑर्डर { $order } का पेमेंट { $subject } स्वीकृत है पर लिया नहीं गया। Razorpay में capture सेटिंग जाँचिए।
notices-alert-link-strange = ⚠️ पेमेंट लिंक { $subject } की स्थिति अनजानी है: { $status }
notices-alert-link-refused = ⚠️ Razorpay ने पेमेंट लिंक से मना किया ({ $subject }): { $description }
notices-alert-order-changed = ✏️ ऑर्डर { $code } बदला गया: { $items } → { $home }, { $apartment }, { $slot }। कुल { $total }, लेने हैं { $due }।
notices-alert-link-cancelled = ⚠️ ऑर्डर { $order } का पेमेंट लिंक Razorpay में रद्द किया गया, हमारी ओर से नहीं। ग्राहक को बता दिया है, वे नया लिंक माँग सकते हैं।
notices-alert-slot-pattern-unusable = ⚠️ { $zone } की साप्ताहिक विंडो { $window } (वार { $weekday }, { $subject }) से डिलीवरी का समय नहीं बन पाया: { $why }। बाकी सब बन गए हैं। कृपया इसे ठीक कीजिए।
notices-alert-payment-parked = 🚨 ऑर्डर { $order } का पेमेंट { $subject } मेल नहीं खाता ({ $reason }, { $amount })। आपके फ़ैसले तक रुका है।
notices-alert-payment-late = ⚠️ ऑर्डर { $order } का पेमेंट { $subject } बहुत देर से आया ({ $reason })। { $amount } ग्राहक को वापस जा रहे हैं।
notices-alert-refund-failed = 🚨 { $amount } का रिफ़ंड (ऑर्डर { $order }, पेमेंट { $payment }) विफल रहा: { $why } कृपया Razorpay देखिए।
notices-alert-refund-elsewhere = ⚠️ किसी ने Razorpay में हाथ से { $amount } लौटाए ({ $subject }, { $refund })। हिसाब में जोड़ लिया गया है।
notices-alert-refund-slow = ⚠️ { $amount } का रिफ़ंड ({ $subject }) कई दिनों से रास्ते में है।
notices-alert-razorpay-keys = 🚨 Razorpay हमारी कुंजियाँ नहीं मान रहा। ठीक होने तक कोई पेमेंट लिंक नहीं बनेगा।
notices-alert-webhooks-stopped = ⚠️ लगता है Razorpay के वेबहुक बंद हो गए हैं: { $hours } घंटे से एक भी नहीं आया, जबकि ग्राहकों ने पेमेंट किया। कोई पेमेंट नहीं खोया: हम खुद Razorpay से पूछते हैं, बस ऑर्डर एक-दो मिनट देर से पक्के होते हैं। कृपया Razorpay में Webhooks देखें: क्या हमारा वेबहुक चालू है, और उसका पता सही है?
notices-alert-template-quality = ⚠️ टेम्पलेट { $subject } से भेजे संदेशों को लोग ब्लॉक या रिपोर्ट कर रहे हैं। ऐसा ही रहा तो Meta उसे रोक देगा।
notices-alert-template-category = ⚠️ Meta ने हमारा टेम्पलेट { $subject } श्रेणी { $category } में डाल दिया, जिसका दाम अलग है।
notices-alert-payment-unknown = ⚠️ Razorpay में पेमेंट { $subject } है, जो हमारे किसी लिंक से नहीं माँगा गया। कृपया वहाँ देखिए।
notices-alert-payment-dispute = 🚨 एक ग्राहक ने पेमेंट { $subject } पर आपत्ति की है। समय पर Razorpay में जवाब दीजिए, नहीं तो पैसा चला जाएगा।

## Windows that are not delivered

notices-another-time-button = दूसरा समय
notices-cancel-button = ऑर्डर रद्द कीजिए
notices-word-cause-rain = तेज़ बारिश
notices-word-cause-rider = डिलीवरी वाले के न आ पाने
notices-word-cause-fruit = फल देर से आने
notices-word-cause-road = बंद सड़कों
notices-word-cause-other = एक ज़रूरी काम
notices-window-moved =
    🌧 { $cause } की वजह से हम ऑर्डर { $code } आपके चुने समय पर नहीं ला पाएँगे, माफ़ कीजिए!
    { "" }*नया समय: { $slot }।*
    { $items }
    📍 { $home }, { $apartment }
    कुल { $total }, पहले जितना ही। यह समय ठीक नहीं? दूसरा समय चुनिए, या रद्द कीजिए: जो दिया है पूरा लौटेगा।
notices-window-cancelled =
    🌧 { $cause } की वजह से हम ऑर्डर { $code } नहीं ला पाएँगे, माफ़ कीजिए! ऑर्डर रद्द है। { $has_refund ->
        [no] आपसे कुछ नहीं लिया गया।
       *[other] { $refund } आपको लौट रहे हैं, आम तौर पर 5–7 कामकाजी दिनों में; हो जाने पर हम लिखेंगे।
    }

## A customer who wrote long ago

notices-write-back = आपने हमें लिखा था और हमारे पास आपके लिए जवाब है। यहीं लिखिए, और बात आगे बढ़ाते हैं।
