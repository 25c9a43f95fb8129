### What the shop declines, by the code of the refusal, as a page says it.

refused = माफ़ कीजिए, यह नहीं हो पाया। कुछ नहीं बदला।
refused-not-allowed = यह काम आपके हाथ में नहीं है। कुछ नहीं बदला।

## Fruit and cart

refused-cart-empty = आपकी टोकरी ख़ाली है। पहले आम डालिए।
refused-not-for-sale = माफ़ कीजिए, वह अब नहीं मिल रहा।
refused-quantity-unclear = कृपया पूरी संख्या लिखिए, 1 या ज़्यादा।
refused-too-many = एक बार में एक पैक के { $largest } तक ही ला सकते हैं। ज़्यादा चाहिए तो WhatsApp पर लिखिए।
refused-sold-out = { $left ->
    [0] माफ़ कीजिए, { $names } अभी-अभी ख़त्म हो गए।
   *[other] माफ़ कीजिए, { $names } के सिर्फ़ { $left } बचे हैं।
}
refused-below-minimum = वहाँ कम से कम { $minimum } का ऑर्डर लेते हैं, { $missing } के आम और जोड़िए।

## Address and time

refused-address-missing = पहले पता बताइए।
refused-phone-missing = डिलीवरी के लिए पहले एक फ़ोन नंबर बताइए।
refused-home-awaits-order = ऑर्डर { $order_code } अभी वहीं लाना है, इसलिए घर रहने दिया। उसके आने के बाद हटाइए।
refused-address-unknown = वह पता नहीं मिला।
refused-apartment-unknown = वहाँ अभी डिलीवरी नहीं हो रही।
refused-home-unclear = इसमें पता समझ नहीं आया, इसलिए कुछ नहीं लिखा। कृपया वैसा लिखिए जैसा दरवाज़े पर है, जैसे 1203।
refused-home-too-long = इस पते में { $length } अक्षर हैं और पते में { $longest } आते हैं। कृपया छोटा कीजिए; डिलीवरी वाले को और जो बताना हो, वह संदेश में लिखिए।
refused-tower-missing = कृपया टावर चुनिए: { $towers }।
refused-tower-unknown = वहाँ “{ $tower }” टावर नहीं है। वहाँ के टावर ये हैं: { $towers }।
refused-flat-missing = कृपया फ़्लैट का नंबर भी लिखिए, जैसा दरवाज़े पर लिखा है।
refused-note-too-long = इस संदेश में { $length } अक्षर हैं और संदेश में { $longest } आते हैं। कृपया छोटा कीजिए।
refused-slot-missing = कृपया डिलीवरी का समय चुनिए।
refused-slot-full = माफ़ कीजिए, वह समय अभी-अभी भर गया। दूसरा समय चुनिए।
refused-slot-closed = माफ़ कीजिए, वह समय बंद है। दूसरा समय चुनिए।
refused-slot-past = माफ़ कीजिए, उस समय के लिए देर हो गई। दूसरा समय चुनिए।
refused-slot-unknown = वह समय अब नहीं है। दूसरा समय चुनिए।

## Paying

refused-unpaid-order-open = ऑर्डर { $order_code } का पेमेंट अभी बाकी है। पहले उसका पेमेंट कीजिए या उसे रद्द कीजिए।
refused-unpaid-too-often = पिछले ऑर्डरों का पेमेंट नहीं हुआ था, इसलिए यह वाला ऑनलाइन दीजिए।
refused-cod-cap = { $open_paise ->
    [0] डिलीवरी पर नकद { $cap } तक ही हो सकता है। कृपया यह ऑनलाइन दीजिए।
   *[other] डिलीवरी पर नकद कुल { $cap } तक ही हो सकता है, और रास्ते वाले ऑर्डरों के { $open } अभी देने हैं। कृपया यह ऑनलाइन दीजिए।
}
refused-money-is-here = ऑर्डर { $order_code } का पेमेंट हमारे पास है, और हमारी दुकान से कोई इसे देख रहा है। दोबारा पैसे मत दीजिए।
refused-hold-ended = ऑर्डर { $order_code } का समय निकल गया। फिर से ऑर्डर कीजिए, हम दोबारा रख देंगे।
refused-order-not-payable = ऑर्डर { $order_code } का अब कोई पेमेंट बाकी नहीं है।
refused-amount-too-small = इतनी छोटी रकम ऑनलाइन नहीं दी जा सकती। कृपया डिलीवरी पर नकद चुनिए।

## Orders

refused-order-unknown = वह ऑर्डर नहीं मिला।
refused-order-packed = ऑर्डर { $order_code } पैक हो चुका है, इसलिए यहाँ से रद्द नहीं हो सकता। WhatsApp पर लिखिए, दुकान से कोई मदद करेगा।
refused-order-ended = ऑर्डर { $order_code } पहले ही ख़त्म हो चुका है, रद्द करने को कुछ नहीं है।
refused-order-not-changeable = ऑर्डर { $order_code } पैक हो चुका है या पूरा हो गया है, इसलिए यहाँ से नहीं बदल सकता। WhatsApp पर लिखिए, दुकान से कोई मदद करेगा।
refused-order-would-be-empty = ऑर्डर { $order_code } में कुछ नहीं बचेगा। कुछ नहीं चाहिए तो उसे रद्द कीजिए।
refused-change-over-cap = दरवाज़े पर { $cap } तक ही कैश हो सकता है, इसलिए कुछ नहीं बदला। पहले ऑर्डर { $order_code } का पेमेंट ऑनलाइन कीजिए, फिर और जोड़िए।
refused-change-stale = ऑर्डर { $order_code } या उसका दाम इस बीच बदल गया, इसलिए कुछ नहीं किया। अब ऐसा है।
refused-change-too-often = ऑर्डर { $order_code } का पेमेंट लिंक कई बार बदल चुका है, इसलिए कुछ नहीं बदला। पेमेंट कीजिए, या रद्द करके नया ऑर्डर कीजिए।

## For the office

refused-customer-unknown = ऐसा कोई ग्राहक नहीं है।
refused-phone-taken = वह फ़ोन नंबर पहले से किसी और का है।
refused-only-founder = किसी न किसी को सूचनाएँ मिलनी चाहिए: पहले दूसरा संस्थापक जोड़िए।
refused-name-missing = कृपया नाम लिखिए।
refused-inventory-unknown = ऐसा कोई स्टॉक नहीं है।
refused-stock-held = { $held } ऑर्डर { $orders } के लिए रखे हैं, स्टॉक इससे कम नहीं हो सकता। कुछ नहीं बदला।
refused-slot-overbooked = उस समय में { $booked } ऑर्डर पहले से हैं, क्षमता उससे कम नहीं हो सकती।
refused-order-not-packable = ऑर्डर { $order_code } पैक नहीं हो सकता: वह पक्का नहीं है, या पैक हो चुका है।
refused-order-not-packed = ऑर्डर { $order_code } पैक नहीं है, या निकल चुका है।
refused-order-not-on-its-way = ऑर्डर { $order_code } रास्ते में नहीं है, इसलिए न डिलीवर हो सकता है न वापस।
refused-order-not-failed = ऑर्डर { $order_code } वापस नहीं आया है, इसलिए दोबारा नहीं भेजा जा सकता।
refused-not-your-run = ऑर्डर { $order_code } आपके खुले रन में नहीं है।
refused-cash-not-exact = ऑर्डर { $order_code } के { $due } लेने हैं और { $collected } बताए गए। कुछ नोट नहीं हुआ: पूरी सही रकम बताइए।
refused-payment-not-parked = वह पेमेंट अब रुका हुआ नहीं है: इस बीच किसी ने उसे निपटा दिया।
refused-payment-not-acceptable = वह पेमेंट किसी ऑर्डर में नहीं लग सकता, केवल वापस भेजा जा सकता है।
refused-order-not-fillable = ऑर्डर { $order_code } के आम या डिलीवरी का समय अब नहीं है, इसलिए उसका पेमेंट केवल वापस भेजा जा सकता है।
refused-refund-nothing = लौटाने को कुछ नहीं बचा।
refused-refund-zero = कुछ वापस नहीं जाता: कृपया लिखिए कि कितने, या शून्य से ज़्यादा रकम।
refused-refund-line-less = { $names } के { $most } ही ऑर्डर हुए थे, इससे ज़्यादा नहीं लौट सकते।
refused-refund-too-much = ज़्यादा से ज़्यादा { $left } लौटाए जा सकते हैं।
refused-refund-not-failed = वह रिफ़ंड असफल नहीं हुआ है।

## Pictures

refused-picture-too-large = यह तस्वीर { $megabytes } MB से बड़ी है, इसलिए कुछ नहीं रखा गया। कृपया छोटी चुनिए।
refused-picture-too-many-pixels = इस तस्वीर में { $megapixels } मिलियन से ज़्यादा पिक्सेल हैं, इसलिए कुछ नहीं रखा गया। कृपया छोटी चुनिए।
refused-picture-unreadable = यह तस्वीर यहाँ पढ़ी नहीं जा सकती, इसलिए कुछ नहीं रखा गया। JPEG, PNG, WebP और HEIC चलती हैं।

## Answers of our own, and words that are taught

refused-answer-key-unclear = “{ $key }” जवाब की चाबी नहीं हो सकती, इसलिए कुछ नहीं रखा गया। चाबी छोटे अंग्रेज़ी अक्षरों का एक शब्द है, जैसे “organic”।
refused-answer-empty = कुछ लिखा नहीं है, इसलिए कुछ नहीं बदला।
refused-answer-too-long = इसमें { $length } अक्षर हैं और जवाब में { $longest } तक आते हैं, इसलिए कुछ नहीं बदला। कृपया छोटा लिखिए।
refused-answer-there = “{ $key }” नाम का जवाब पहले से है, इसलिए कुछ नहीं बदला। उसे सूची से खोलकर बदलिए।
refused-answer-unknown = “{ $key }” नाम का कोई जवाब नहीं है, इसलिए कुछ नहीं बदला। पहले उसे लिखिए।
refused-language-unknown = यह हमारी भाषाओं में नहीं है, इसलिए कुछ नहीं बदला। हमारे पास ये हैं: { $languages }।
refused-variety-unknown = “{ $slug }” नाम की कोई किस्म नहीं है, इसलिए कुछ नहीं बदला। किस्में: { $slugs }।
refused-words-known = “{ $words }” का मतलब पहले से है ({ $meaning }), इसलिए कुछ नहीं बदला। केवल वे शब्द बताइए जो समझे नहीं जाते।
refused-words-taken = { $by ->
    [variety] “{ $words }” पहले से एक किस्म का नाम है, इसलिए कुछ नहीं बदला।
    [apartment] “{ $words }” एक सोसाइटी का नाम है, इसलिए कुछ नहीं बदला।
   *[other] “{ $words }” से पहले से जवाब “{ $by }” मिलता है, इसलिए कुछ नहीं बदला।
}
refused-words-unclear = “{ $words }” सिखाया नहीं जा सकता, इसलिए कुछ नहीं बदला। थोड़े शब्द बताइए, बिना अंकों के।
refused-words-not-taught = “{ $words }” सिखाया नहीं गया था, इसलिए कुछ नहीं बदला।

## Goods, windows and homes

refused-zone-unknown = ऐसा कोई ज़ोन नहीं है।
refused-zone-name-taken = { $name } नाम का ज़ोन पहले से है, इसलिए कुछ नहीं बदला।
refused-caps-out-of-order = नए ग्राहकों की नक़द सीमा सबकी सीमा से ऊपर नहीं हो सकती, इसलिए कुछ नहीं बदला।
refused-sum-below-zero = रक़म शून्य से कम नहीं हो सकती, इसलिए कुछ नहीं बदला।
refused-apartment-name-taken = { $name } नाम का अपार्टमेंट पहले से है, इसलिए कुछ नहीं बदला।
refused-pincode-unclear = पिन कोड छह अंकों का होता है और 0 से शुरू नहीं होता, इसलिए कुछ नहीं बदला।
refused-point-unclear = नक़्शे पर ऐसी कोई जगह नहीं, इसलिए कुछ नहीं बदला।
refused-too-many-names = { $most } से ज़्यादा नाम या टावर बहुत हैं, इसलिए कुछ नहीं बदला।
refused-product-unknown = ऐसी कोई किस्म नहीं है।
refused-pack-unknown = ऐसा कोई पैक नहीं है।
refused-picture-unknown = वह तस्वीर अब नहीं है। कृपया फिर से चुनिए।
refused-season-out-of-order = सीज़न शुरू होने से पहले ख़त्म होता है, इसलिए कुछ नहीं बदला।
refused-ripeness-out-of-order = पकने का आख़िरी दिन पहले दिन से पहले नहीं हो सकता, इसलिए कुछ नहीं बदला।
refused-story-too-long = कहानी में { $length } अक्षर हैं, { $longest } तक चलते हैं, इसलिए कुछ नहीं बदला।
refused-pack-size-unclear = एक पैक में 1 से { $largest } नग या ग्राम होते हैं, इसलिए कुछ नहीं बदला।
refused-pack-size-unlike = “{ $label }” में नीचे लिखी मात्रा से अलग मात्रा है। दोनों में से एक बदलिए; कुछ नहीं जुड़ा।
refused-unit-unlike = यह इसमें नहीं गिना जाता। दूसरी इकाई चुनिए; बाक़ी सब यहीं है।
refused-price-unclear = दाम शून्य से ऊपर और { $highest } तक होता है, इसलिए कुछ नहीं बदला।
refused-lot-too-small = उस खेप में सिर्फ़ { $left } बचे हैं, इसलिए कुछ नहीं बदला।
refused-lot-days-unclear = फल तोड़ने से पहले पका नहीं हो सकता, इसलिए कुछ नहीं बदला।
refused-lot-days-far = तोड़ने के { $days } दिन बाद तक कोई आम नहीं टिकता, इसलिए कुछ नहीं बदला। कृपया दोनों दिन देखिए।
refused-lot-to-come = वह दिन अभी आना है, उस दिन कुछ तोड़ा नहीं जा सकता। कुछ नहीं बदला।
refused-weekday-missing = हफ़्ते का कम से कम एक दिन चुनिए।
refused-window-unclear = समय उसी दिन शुरू होकर बाद में ख़त्म हो, और 0 से 10,000 ऑर्डर का हो; इसलिए कुछ नहीं बदला।
refused-pattern-taken = उस ज़ोन में उस दिन उस समय पहले से डिलीवरी है, इसलिए कुछ नहीं जोड़ा।
refused-pattern-unknown = हफ़्ते का वह समय पहले ही हट चुका है।
refused-window-taken = उस ज़ोन में उस समय पहले से डिलीवरी है। कुछ नहीं जोड़ा।
refused-window-past = वह समय निकल चुका है। कुछ नहीं जोड़ा।
refused-window-too-far = डिलीवरी का समय ज़्यादा से ज़्यादा { $days } दिन आगे हो सकता है, इसलिए कुछ नहीं जोड़ा। कृपया साल देखिए।
refused-pack-name-taken = इस किस्म के दूसरे पैक का नाम { $name } है, इसलिए कुछ नहीं बदला।
refused-no-other-window = ऑर्डर { $order_code } के लिए उसके ज़ोन में किसी और समय जगह नहीं है।
refused-meta-away = अभी WhatsApp से बात नहीं हो पाई, इसलिए कुछ नहीं भेजा गया। कृपया फिर कोशिश कीजिए।
refused-window-over = उन्होंने एक दिन से पहले लिखा था, इसलिए WhatsApp सीधे शब्द नहीं लेता। पहले उनसे लिखने को कहिए।
