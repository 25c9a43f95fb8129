### What the shop declines, by the code of the refusal.

errors-other = माफ़ कीजिए, यह नहीं हो पाया।

## Fruit and cart

errors-cart-empty = आपकी टोकरी ख़ाली है।
errors-not-for-sale = माफ़ कीजिए, वह अब नहीं मिल रहा।
errors-quantity-unclear = कृपया पूरी संख्या लिखिए, 1 या ज़्यादा।
errors-too-many = एक बार में एक पैक के { $largest } तक ही ला सकते हैं। ज़्यादा चाहिए तो *बात करनी है* लिखिए।
errors-sold-out = { $left ->
    [0] माफ़ कीजिए, { $names } अभी-अभी ख़त्म हो गए।
   *[other] माफ़ कीजिए, { $names } के सिर्फ़ { $left } बचे हैं।
}
errors-below-minimum = वहाँ कम से कम { $minimum } का ऑर्डर लेते हैं, { $missing } के आम और जोड़िए।

## Address and time

errors-address-missing = पहले पता बताइए।
errors-address-unknown = वह पता नहीं मिला।
errors-apartment-unknown = वहाँ अभी डिलीवरी नहीं हो रही।
errors-home-unclear = इसमें पता समझ नहीं आया, इसलिए कुछ नहीं लिखा।
errors-home-too-long = इस पते में { $length } अक्षर हैं और पते में { $longest } आते हैं, इसलिए कुछ नहीं लिखा। कृपया छोटा करके भेजिए; डिलीवरी वाले को और जो बताना हो, वह संदेश में लिख सकते हैं।
errors-tower-missing = टावर कौन सा है: { $towers }?
errors-tower-unknown = वहाँ { $tower } टावर नहीं है। वहाँ के टावर ये हैं: { $towers }।
errors-flat-missing = कृपया फ़्लैट का नंबर भी लिखिए, जैसा दरवाज़े पर लिखा है।
errors-note-too-long = इस संदेश में { $length } अक्षर हैं और संदेश में { $longest } आते हैं, इसलिए कुछ नहीं लिखा। कृपया छोटा करके भेजिए।
errors-phone-missing = डिलीवरी के लिए पहले एक फ़ोन नंबर बताइए।
errors-slot-missing = कृपया डिलीवरी का समय चुनिए।
errors-slot-full = माफ़ कीजिए, वह समय अभी-अभी भर गया। ये अब भी ख़ाली हैं।
errors-slot-closed = माफ़ कीजिए, वह समय बंद है। ये खुले हैं।
errors-slot-past = माफ़ कीजिए, उस समय के लिए देर हो गई। ये अब भी खुले हैं।
errors-slot-unknown = वह समय अब नहीं है। ये खुले हैं।

## Paying

errors-unpaid-order-open = ऑर्डर *{ $order_code }* का पेमेंट अभी बाकी है। पेमेंट कीजिए, या बदलने के लिए *cancel* लिखिए।
errors-unpaid-too-often = पिछले ऑर्डरों का पेमेंट नहीं हुआ था, इसलिए यह वाला ऑनलाइन दीजिए।
errors-cod-cap = डिलीवरी पर नकद कुल { $cap } तक ही हो सकता है{ $has_open ->
    [yes] , और आपके दूसरे ऑर्डरों के { $open } अभी देने हैं
   *[no] { "" }
}। कृपया यह ऑनलाइन दीजिए।
errors-money-is-here = ऑर्डर *{ $order_code }* का आपका पेमेंट हमारे पास है, और हमारी दुकान से कोई इसे देख रहा है। दोबारा पैसे मत दीजिए; वापस चाहिए तो *cancel* लिखिए।
errors-hold-ended = ऑर्डर *{ $order_code }* का समय निकल गया। फिर से ऑर्डर कीजिए, हम दोबारा रख देंगे।
errors-order-not-payable = ऑर्डर *{ $order_code }* का अब कोई पेमेंट बाकी नहीं है।
errors-amount-too-small = इतनी छोटी रकम ऑनलाइन नहीं दी जा सकती। कृपया डिलीवरी पर नकद चुनिए।

## Orders

errors-order-unknown = वह ऑर्डर नहीं मिला।
errors-order-packed = ऑर्डर *{ $order_code }* पैक हो चुका है, इसलिए यहाँ से रद्द नहीं हो सकता। *बात करनी है* लिखिए, दुकान से कोई मदद करेगा।
errors-order-ended = ऑर्डर *{ $order_code }* पहले ही ख़त्म हो चुका है, रद्द करने को कुछ नहीं है।
errors-order-not-changeable = ऑर्डर *{ $order_code }* पैक हो चुका है या पूरा हो गया है, इसलिए यहाँ नहीं बदल सकता। *talk to us* लिखिए: कोई आपकी मदद करेगा।
errors-order-would-be-empty = ऑर्डर *{ $order_code }* में कुछ नहीं बचेगा। कुछ नहीं चाहिए तो *cancel* लिखिए।
errors-change-over-cap = दरवाज़े पर { $cap } तक ही कैश हो सकता है{ $has_open ->
    [yes] , और आपके दूसरे ऑर्डरों के { $open } अभी देने हैं
   *[no] { "" }
}, इसलिए कुछ नहीं बदला। { $has_due ->
    [yes] पहले ऑर्डर *{ $order_code }* का पेमेंट ऑनलाइन कीजिए (*pay*), फिर और जोड़िए।
   *[no] जो और चाहिए, उसका अलग ऑर्डर करके ऑनलाइन पेमेंट कीजिए।
}
errors-change-stale = ऑर्डर *{ $order_code }* या उसका दाम इस बीच बदल गया, इसलिए कुछ नहीं किया। अब ऐसा होगा।
errors-change-too-often = ऑर्डर *{ $order_code }* का पेमेंट लिंक कई बार बदल चुका है, इसलिए कुछ नहीं बदला। पेमेंट कीजिए, या *cancel* लिखकर नया ऑर्डर कीजिए।

## For the office

errors-phone-taken = वह फ़ोन नंबर पहले से किसी और का है।
errors-not-allowed = यह आपके काम में शामिल नहीं है, इसलिए कुछ नहीं बदला गया। मालिक से पूछिए।
errors-only-founder = किसी न किसी को सूचनाएँ मिलनी चाहिए: पहले दूसरा संस्थापक जोड़िए।
errors-name-missing = कृपया नाम लिखिए।
errors-customer-unknown = ऐसा कोई ग्राहक नहीं है।
errors-inventory-unknown = ऐसा कोई स्टॉक नहीं है।
errors-stock-held = { $held } ऑर्डर { $orders } के लिए रखे हैं, स्टॉक इससे कम नहीं हो सकता। कुछ नहीं बदला।
errors-slot-overbooked = उस समय में { $booked } ऑर्डर पहले से हैं, क्षमता उससे कम नहीं हो सकती।
errors-order-not-packable = ऑर्डर *{ $order_code }* पैक नहीं हो सकता: वह पक्का नहीं है, या पैक हो चुका है।
errors-order-not-packed = ऑर्डर *{ $order_code }* पैक नहीं है, या निकल चुका है।
errors-order-not-on-its-way = ऑर्डर *{ $order_code }* रास्ते में नहीं है, इसलिए न डिलीवर हो सकता है न वापस।
errors-order-not-failed = ऑर्डर *{ $order_code }* वापस नहीं आया है, इसलिए दोबारा नहीं भेजा जा सकता।
errors-not-your-run = ऑर्डर *{ $order_code }* आपके खुले रन में नहीं है।
errors-cash-not-exact = ऑर्डर *{ $order_code }* के { $due } लेने हैं और { $collected } बताए गए। कुछ नोट नहीं हुआ: पूरी सही रकम बताइए।
errors-payment-not-parked = वह पेमेंट अब रुका हुआ नहीं है।
errors-payment-not-acceptable = वह पेमेंट किसी ऑर्डर में नहीं लग सकता, केवल वापस भेजा जा सकता है।
errors-order-not-fillable = ऑर्डर *{ $order_code }* के आम या डिलीवरी का समय अब नहीं है, इसलिए उसका पेमेंट केवल वापस भेजा जा सकता है।
errors-refund-nothing = लौटाने को कुछ नहीं बचा।
errors-refund-zero = कुछ वापस नहीं जाता: कृपया शून्य से ज़्यादा रकम लिखिए।
errors-refund-too-much = ज़्यादा से ज़्यादा { $left } लौटाए जा सकते हैं।
errors-refund-not-failed = वह रिफ़ंड असफल नहीं हुआ है।
errors-picture-too-large = यह तस्वीर { $megabytes } MB से बड़ी है, इसलिए कुछ नहीं रखा गया। कृपया छोटी चुनिए।
errors-picture-too-many-pixels = इस तस्वीर में { $megapixels } मिलियन से ज़्यादा पिक्सेल हैं, इसलिए कुछ नहीं रखा गया। कृपया छोटी चुनिए।
errors-picture-unreadable = यह तस्वीर यहाँ पढ़ी नहीं जा सकती, इसलिए कुछ नहीं रखा गया। JPEG, PNG, WebP और HEIC चलती हैं।

## Answers of our own, and words that are taught

errors-answer-key-unclear = “{ $key }” जवाब की चाबी नहीं हो सकती, इसलिए कुछ नहीं रखा गया। चाबी छोटे अंग्रेज़ी अक्षरों का एक शब्द है, जैसे *organic*।
errors-answer-empty = कुछ लिखा नहीं है, इसलिए कुछ नहीं बदला।
errors-answer-too-long = इसमें { $length } अक्षर हैं और जवाब में { $longest } तक आते हैं, इसलिए कुछ नहीं बदला। कृपया छोटा लिखिए।
errors-answer-unknown = “{ $key }” नाम का कोई जवाब नहीं है, इसलिए कुछ नहीं बदला। पहले उसे लिखिए।
errors-language-unknown = यह हमारी भाषाओं में नहीं है, इसलिए कुछ नहीं बदला। हमारे पास ये हैं: { $languages }।
errors-variety-unknown = “{ $slug }” नाम की कोई किस्म नहीं है, इसलिए कुछ नहीं बदला। किस्में: { $slugs }।
errors-words-known = “{ $words }” का मतलब पहले से है ({ $meaning }), इसलिए कुछ नहीं बदला। केवल वे शब्द बताइए जो समझे नहीं जाते।
errors-words-taken = { $by ->
    [variety] “{ $words }” पहले से एक किस्म का नाम है, इसलिए कुछ नहीं बदला।
    [apartment] “{ $words }” एक सोसाइटी का नाम है, इसलिए कुछ नहीं बदला।
   *[other] “{ $words }” से पहले से जवाब “{ $by }” मिलता है, इसलिए कुछ नहीं बदला।
}
errors-words-unclear = “{ $words }” सिखाया नहीं जा सकता, इसलिए कुछ नहीं बदला। थोड़े शब्द बताइए, बिना अंकों के।
errors-words-not-taught = “{ $words }” सिखाया नहीं गया था, इसलिए कुछ नहीं बदला।

## Goods, windows and homes

errors-zone-unknown = ऐसा कोई ज़ोन नहीं है।
errors-zone-name-taken = { $name } नाम का ज़ोन पहले से है, इसलिए कुछ नहीं बदला।
errors-caps-out-of-order = नए ग्राहकों की नक़द सीमा सबकी सीमा से ऊपर नहीं हो सकती, इसलिए कुछ नहीं बदला।
errors-sum-below-zero = रक़म शून्य से कम नहीं हो सकती, इसलिए कुछ नहीं बदला।
errors-apartment-name-taken = { $name } नाम का अपार्टमेंट पहले से है, इसलिए कुछ नहीं बदला।
errors-pincode-unclear = पिन कोड छह अंकों का होता है और 0 से शुरू नहीं होता, इसलिए कुछ नहीं बदला।
errors-point-unclear = नक़्शे पर ऐसी कोई जगह नहीं, इसलिए कुछ नहीं बदला।
errors-too-many-names = { $most } से ज़्यादा नाम या टावर बहुत हैं, इसलिए कुछ नहीं बदला।
errors-product-unknown = ऐसी कोई किस्म नहीं है।
errors-pack-unknown = ऐसा कोई पैक नहीं है।
errors-picture-unknown = वह तस्वीर अब नहीं है। कृपया फिर से चुनिए।
errors-season-out-of-order = सीज़न शुरू होने से पहले ख़त्म होता है, इसलिए कुछ नहीं बदला।
errors-ripeness-out-of-order = पकने का आख़िरी दिन पहले दिन से पहले नहीं हो सकता, इसलिए कुछ नहीं बदला।
errors-story-too-long = कहानी में { $length } अक्षर हैं, { $longest } तक चलते हैं, इसलिए कुछ नहीं बदला।
errors-pack-size-unclear = एक पैक में 1 से { $largest } नग या ग्राम होते हैं, इसलिए कुछ नहीं बदला।
errors-pack-size-unlike = “{ $label }” में लिखी मात्रा अलग है, इसलिए कुछ नहीं जुड़ा।
errors-price-unclear = दाम शून्य से ऊपर और { $highest } तक होता है, इसलिए कुछ नहीं बदला।
errors-lot-too-small = उस खेप में सिर्फ़ { $left } बचे हैं, इसलिए कुछ नहीं बदला।
errors-lot-days-unclear = फल तोड़ने से पहले पका नहीं हो सकता, इसलिए कुछ नहीं बदला।
errors-weekday-missing = हफ़्ते का कम से कम एक दिन चुनिए।
errors-window-unclear = समय उसी दिन शुरू होकर बाद में ख़त्म हो, और 0 से 10,000 ऑर्डर का हो; इसलिए कुछ नहीं बदला।
errors-pattern-taken = उस ज़ोन में उस दिन उस समय पहले से डिलीवरी है, इसलिए कुछ नहीं जोड़ा।
errors-pattern-unknown = हफ़्ते का वह समय पहले ही हट चुका है।
errors-window-taken = उस ज़ोन में उस समय पहले से डिलीवरी है। कुछ नहीं जोड़ा।
errors-no-other-window = ऑर्डर *{ $order_code }* के लिए उसके ज़ोन में किसी और समय जगह नहीं है।
errors-refund-stale = ऑर्डर *{ $order_code }* के पैसे इस बीच बदल गए: { $left } बचे हैं। कुछ नहीं लौटाया; फिर से देखिए।
errors-undo-over = यह अब वापस नहीं हो सकता: पहले ही हो चुका है, या 10 मिनट बीत गए। कुछ नहीं बदला।

## Deliveries

errors-order-not-resumable = ऑर्डर *{ $order_code }* का फ़ैसला हो चुका है, इसलिए वैसा ही रहेगा।
errors-link-too-often = ऑर्डर *{ $order_code }* के ग्राहक को कई बार लिंक भेज चुके हैं। कैश लीजिए, या मालिक को फ़ोन कीजिए।
errors-run-not-yours = यह रूट किसी और का है, इसलिए कुछ नहीं लिखा।
errors-run-unknown = ऐसा कोई रूट नहीं है।
errors-stop-unknown = यह स्टॉप आपके रूट में नहीं है।
errors-run-not-open = यह रूट अभी चालू नहीं है, इसलिए कुछ नहीं लिखा।
errors-run-over = यह रूट पूरा हो चुका है।
errors-run-empty = इस रूट में पहुँचाने को कुछ नहीं बचा।
errors-run-too-early = इस रूट के लिए अभी बहुत जल्दी है: इसका समय छह घंटे से ज़्यादा दूर है।
errors-run-open-already = आप दूसरे रूट पर हैं। पहले उसे पूरा कीजिए।
errors-run-not-packed = अभी पैक नहीं हुए: { $codes }। इन्हें पैक कराइए या रूट से हटवाइए, फिर शुरू कीजिए।
errors-run-has-stops = { $count ->
    [one] 1 स्टॉप बाक़ी है।
   *[other] { $count } स्टॉप बाक़ी हैं।
} *अगला* भेजिए।
errors-stop-done = ऑर्डर *{ $order_code }* हो चुका है, या अब दूसरे के पास है। कुछ नहीं बदला।
errors-order-not-assignable = ऑर्डर *{ $order_code }* किसी को नहीं दिया जा सकता: रास्ते में है, या पूरा हो चुका है।
errors-order-not-assigned = ऑर्डर *{ $order_code }* किसी के रूट में नहीं है।
errors-order-waits-in-run = ऑर्डर *{ $order_code }* { $rider } के रूट में है: रूट शुरू होने पर निकलेगा।
errors-rider-unknown = यह हमारे डिलीवरी वाले नहीं हैं।
errors-rider-missing = डिलीवरी वाले का नाम दीजिए।
errors-rider-over-cash-limit = { $name } के पास { $held } हैं, सीमा { $limit } है: पहले कैश गिनिए, फिर रूट दीजिए।
errors-code-missing = ऑर्डर *{ $order_code }* के लिए ग्राहक के 4 अंक चाहिए।
errors-code-tries-over = ऑर्डर *{ $order_code }* में कई बार ग़लत कोड आया। अब सिर्फ़ मालिक छोड़ सकती हैं: उन्हें फ़ोन कीजिए।
errors-nothing-to-undo = वापस लेने को कुछ नहीं है।
errors-undo-too-late = ऑर्डर *{ $order_code }* दस मिनट से पहले का है: मालिक को फ़ोन कीजिए।
errors-rider-is-gone = डिलीवरी वाला अब ऑर्डर *{ $order_code }* के साथ बाहर नहीं है। दूसरा समय चुनिए।
errors-instruction-missing = लिखिए कि कौन लेगा।
errors-instruction-too-long = इसमें { $length } अक्षर हैं और जगह { $longest } की है, इसलिए कुछ नहीं रखा। छोटा करके भेजिए।
errors-amount-unclear = रक़म रुपये में दीजिए।
errors-nothing-to-count = इस रूट का कोई कैश गिनने को नहीं है: अभी दिया नहीं गया, या गिना जा चुका है।
errors-discrepancy-unknown = ऐसा कोई फ़र्क़ नहीं है।
errors-discrepancy-too-much = इस फ़र्क़ में से सिर्फ़ { $left } बाक़ी है।
