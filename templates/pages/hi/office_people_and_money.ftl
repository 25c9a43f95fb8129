### Customers, money and reports, as the office says them.

customers-search = नाम, नंबर या फ़्लैट
customers-column-name = नाम
customers-column-phone = फ़ोन
customers-column-orders = ऑर्डर
customers-column-last = पिछला ऑर्डर
customers-column-since = कब से
customers-guest = वेब दुकान के मेहमान
customers-none-title = ऐसा कोई नहीं
customers-none-text = पहले संदेश या ऑर्डर के साथ ग्राहक अपने-आप आते हैं।
customer-since = { $day } से
customer-joined = अब यह दूसरा ग्राहक है।
customer-erased = मिटा दिया गया। यहाँ वही है जो टैक्स क़ानून रखवाता है।
customer-erasing = { $day } को मिटाने को कहा। इनका कुछ चल नहीं रहा होगा, तब मिटेगा।
customer-notes = टिप्पणियाँ
customer-note = हमारे लिए टिप्पणी
customer-note-hint = वे अपनी जानकारी माँगकर इसे पढ़ सकते हैं।
customer-note-keep = टिप्पणी रखिए
customer-note-forget = हटाइए
customer-homes = घर
customer-homes-none = अभी कोई नहीं
customer-consents = किस बात की हाँ
customer-consents-none = अभी कुछ नहीं
consent-service-yes = ऑर्डर के संदेश: हाँ
consent-service-no = ऑर्डर के संदेश: नहीं
consent-marketing-yes = ऑफ़र: हाँ
consent-marketing-no = ऑफ़र: नहीं
consent-proof = { $said ->
    [0] { $source } से
   *[other] { $source } से: “{ $said }”
}
customer-orders = पिछले ऑर्डर
customer-join = एक ही ग्राहक दोबारा?
customer-join-text = दूसरे के ऑर्डर, घर, टोकरी और टिप्पणियाँ इनकी हो जाती हैं। नंबर इनका ही रहता है, और दूसरे से लिखने वाला नया ग्राहक होता है।
customer-join-other = कौन वही है?
customer-join-go = एक कीजिए
told-joined = अब वे एक ही ग्राहक हैं।
customer-data = इनकी जानकारी
customer-data-text = हमारे पास इनकी जो जानकारी है, और उसका अंत। ऑर्डर और पेमेंट बिना नाम के रहते हैं।
customer-erase-text = नाम, नंबर, घर, टिप्पणियाँ और संदेश हमेशा के लिए जाते हैं, जब आख़िरी ऑर्डर और रिफ़ंड हो जाए।
refused-note-missing = पहले कुछ लिखिए।
refused-same-customer = यह तो वही ग्राहक है।

## Money

money-search = Razorpay का नंबर, ऑर्डर या ग्राहक
money-payments = पेमेंट
money-column-payment = पेमेंट
money-column-status = स्थिति
money-column-amount = रक़म
money-column-order = ऑर्डर
money-column-customer = ग्राहक
money-column-day = दिन
money-none-title = कोई पेमेंट नहीं
money-none-text = ऑनलाइन जो आता है, वह यहाँ होता है।
money-collect = डिलीवरी पर लेने हैं
money-collect-orders = { $count ->
    [one] 1 ऑर्डर के
   *[other] { $count } ऑर्डरों के
}
money-refunds = रास्ते के रिफ़ंड
money-stall-taken-back = स्टॉल की बिक्री, वापस ली गई
money-refund-again = फिर से कहिए
money-ledger = पैसे कहाँ हैं
money-ledger-text = जो हमारे पास है वह प्लस है; जो देना है और जो कमाया, वह माइनस।
days-title = दिन का हिसाब
days-before = पिछला दिन
days-after = अगला दिन
days-cash = डिलीवरी का नक़द
days-till = गल्लों का नक़द
days-carried = पिछले हिसाब के बाद आए
days-stall_upi = स्टॉल का UPI
days-stall_card = स्टॉल के कार्ड
days-tills-open = { $count ->
    [one] एक गल्ला अभी खुला है। उसका नक़द उस दिन के हिसाब में आएगा जब वह गिना जाएगा।
   *[other] { $count } गल्ले अभी खुले हैं। उनका नक़द उस दिन के हिसाब में आएगा जब वे गिने जाएँगे।
}
days-how = गल्लों का नक़द वह है जो बंद करते समय गिना गया, शुरू के खुल्ले घटाकर। Razorpay से जो आया वह “ऑनलाइन आए” में है, स्टॉल का भी। इस हिसाब के बाद जो नक़द आएगा वह अगले हिसाब में होगा।
days-upi = डिलीवरी का UPI
days-online = ऑनलाइन आए
days-refunded = लौटे
days-orders = { $count ->
    [one] 1 ऑर्डर पहुँचा।
   *[other] { $count } ऑर्डर पहुँचे।
}
days-closed = इस दिन का हिसाब हो चुका है।
days-count = नक़द गिनिए
days-counted = गिना
days-counted-hint = { $cash } होने चाहिए।
days-note = टिप्पणी
days-close = हिसाब पूरा कीजिए
days-list = पूरे हुए दिन
days-expected = होने चाहिए
days-difference = फ़र्क़
days-who = किसने गिना
told-day-closed = हिसाब हो गया। जो गिना, वह वैसा ही रहेगा।
refused-day-closed = उस दिन का हिसाब हो चुका है; कुछ नहीं बदला।
refused-day-to-come = वह दिन अभी आना है।
refused-day-not-over = यह दिन अभी पूरा नहीं हुआ: { $orders ->
    [0] { "" }
    [one] 1 ऑर्डर पहुँचाना बाकी है।{ " " }
   *[other] { $orders } ऑर्डर पहुँचाने बाकी हैं।{ " " }
}{ $windows ->
    [0] { "" }
    [one] 1 समय के लिए अब भी ऑर्डर आ सकते हैं।{ " " }
   *[other] { $windows } समय के लिए अब भी ऑर्डर आ सकते हैं।{ " " }
}वह हो जाने पर बंद कीजिए, या कल।
settlements-title = सेटलमेंट
settlements-lead = Razorpay ने जो बैंक में दिया, उसकी रिपोर्ट हमारी बही के साथ।
settlements-upload = रिपोर्ट पढ़िए
settlements-file = Razorpay डैशबोर्ड की सेटलमेंट रिपोर्ट
settlements-file-hint = CSV फ़ाइल। वही रिपोर्ट दोबारा देने से कुछ नहीं बदलता।
settlements-go = मिलाइए
settlements-differing = { $count } अलग हैं
settlements-differs = { $entity }: रिपोर्ट में { $reported }, हमारे पास { $ours }।
settlements-unknown = { $entity }: रिपोर्ट में { $reported }, और हमें इसका पता नहीं।
settlements-missing = हमारे { $count } किसी रिपोर्ट में नहीं
settlements-all-fit = रिपोर्टों का सब कुछ हमारी बही में है, उतनी ही रक़म के साथ।
settlements-id = सेटलमेंट
settlements-lines = पंक्तियाँ
settlements-net = बैंक में
settlements-fee = फ़ीस और टैक्स
settlements-none-title = अभी कोई रिपोर्ट नहीं
settlements-none-text = Razorpay के डैशबोर्ड में सेटलमेंट से रिपोर्ट उतारिए और यहाँ दीजिए।
told-report-kept = रिपोर्ट पढ़ ली।
refused-report-missing = पहले फ़ाइल चुनिए।
refused-report-unreadable = पंक्ति { $line } सेटलमेंट रिपोर्ट की नहीं है, इसलिए कुछ नहीं रखा। entity_id, type, amount और settlement_id कॉलम चाहिए।
refused-report-too-long = इस रिपोर्ट में { $most } से ज़्यादा पंक्तियाँ हैं, इसलिए कुछ नहीं रखा। कम दिनों की लीजिए।

## Reports

report-lead = पक्के हुए और रद्द न हुए ऑर्डर, उनके समय के दिन पर, और स्टॉल की बिक्री जो वापस नहीं ली गई।
report-first = कब से
report-last = कब तक
report-go = दिखाइए
report-span-week = सात दिन
report-span-month = तीस दिन
report-span-quarter = तीन महीने
report-ways = किस हिसाब से
report-by-day = दिन
report-by-variety = क़िस्म
report-by-apartment = सोसाइटी
report-by-channel = कहाँ से
report-by-window = समय
report-by-payment = पेमेंट
report-paid-online = ऑनलाइन
report-paid-cash = नक़द
report-paid-upi = UPI, हाथ से
report-paid-card = स्टॉल पर कार्ड
report-paid-due = अभी नहीं चुकाए
report-boxes = पैक
report-tax = रक़म वही है जो ग्राहक देते हैं। इसमें कोई टैक्स नहीं: ताज़े आम पर GST नहीं लगता।
report-orders = ऑर्डर
report-sales = बिक्री
report-average = औसत ऑर्डर
report-again = दोबारा आए
report-chart = बिक्री के खंभे; वही अंक नीचे तालिका में हैं
report-unknown = पता नहीं
report-none-title = इन दिनों कुछ नहीं बिका
report-none-text = दूसरे दिन चुनिए: एक बार में तीन महीने तक।
report-waste = ख़राब हुए आम
report-lost = ख़राब
report-waste-none = इन दिनों कुछ ख़राब नहीं लिखा गया।
report-margin = मुनाफ़ा
report-cost = लागत
report-left = बचा
report-margin-none = खेप लेते समय उसकी लागत लिखिए; तब उसकी पेटियों की कमाई यहाँ होगी।
