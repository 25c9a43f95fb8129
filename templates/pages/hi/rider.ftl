### A rider's page, and what waits on a phone without a connection.

sync-label = क्या भेजना बाक़ी है
sync-none = सब भेज दिया
sync-one = 1 भेजना बाक़ी
sync-many = { $count } भेजने बाक़ी
sync-away = इंटरनेट नहीं है।
sync-seen = देख लिया

run-page-closed-title = यहाँ कोई रूट नहीं है
run-page-closed-text = यह लिंक अब नहीं खुलता: रूट पूरा हो चुका है, या किसी और का है। अपने रूट के लिए WhatsApp पर लिस्ट लिखिए।
run-page-over-title = रूट पूरा हुआ
run-page-over-text = धन्यवाद! कैश आपके साथ गिना जाएगा।
run-page-left = { $stops } में से { $left } स्टॉप बाक़ी
run-page-to-collect = { $sum } लेने हैं
run-page-boxes = पूरे रूट के डिब्बे
run-page-paid = पैसे मिल चुके हैं
run-page-call = फ़ोन कीजिए
run-page-map = नक़्शा
run-page-change = अक्सर { $handed } मिलते हैं: { $back } वापस कीजिए।
run-page-collected = दे दिया · { $sum } मिले
run-page-delivered = दे दिया
run-page-link = { $sum } का UPI लिंक
run-page-link-sent = ग्राहक के पास { $sum } का लिंक है।{ $has_rest ->
    [yes] { " " }पैसा आने पर { $rest } कैश लीजिए।
   *[no] { "" }
}
run-page-other-sum = दूसरी रक़म
run-page-handed = ग्राहक कितने दे रहे हैं?
run-page-count = हिसाब कीजिए
run-page-give-back = { $sum } वापस कीजिए
run-page-missing = { $sum } कम हैं। अभी कुछ नहीं लिखा।
run-page-link-rest = बाक़ी का UPI लिंक
run-page-code = ग्राहक के 4 अंक
run-page-problem = परेशानी
run-page-what-problem = क्या हुआ?
run-page-not-delivered = नहीं दे पाए
run-page-later = यह स्टॉप आख़िर में
run-page-waits = इस फ़ोन में लिख लिया, भेजना बाक़ी है
run-page-undo = { $code } वापस लीजिए
run-page-all-done = सारे स्टॉप हो गए
run-page-hand-over-text = { $cash } मिले। रक़म अलग है? लिखिए।
run-page-no-cash = जमा करने को कोई कैश नहीं है।
run-page-hand-over = जमा करने का कैश
run-page-end = रूट पूरा कीजिए
run-page-cash = आपके पास { $held } हैं। इस रूट में: { $taken }।
run-page-done = { $count ->
    [one] 1 स्टॉप हो गया
   *[other] { $count } स्टॉप हो गए
}
run-page-was-delivered = दे दिया
run-page-was-failed = नहीं दे पाए
rider-reason-nobody-home = घर पर कोई नहीं
rider-reason-wrong-address = पता ग़लत है
rider-reason-gate-closed = गेट पर रोक दिया
rider-reason-refused = लेने से मना किया
rider-reason-no-cash-ready = कैश तैयार नहीं
rider-reason-damaged = डिब्बा ख़राब है
rider-reason-other-time = दूसरा समय चाहिए
rider-reason-vehicle-or-rain = गाड़ी या बारिश

refused-door-code-wrong = यह कोड सही नहीं है, इसलिए कुछ नहीं लिखा। { $most } बार के बाद सिर्फ़ मालिक छोड़ सकती हैं।
refused-report-unclear = यह पढ़ा नहीं जा सका, इसलिए कुछ नहीं लिखा। फिर से कीजिए।

runs-link = डिलीवरी वाले का पेज
runs-link-text = लिंक उसके WhatsApp के रूट में है। इससे सिर्फ़ यही रूट खुलता है, जब तक रूट चल रहा है।
runs-link-send = उसे फिर भेजिए
told-run-link-sent = भेज दिया।
refused-run-has-no-link = वह रूट अभी चल नहीं रहा है, इसलिए उसका पेज नहीं है। कुछ नहीं भेजा।
