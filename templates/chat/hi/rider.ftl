### The rider's chat: his run, one stop after the other.

rider-no-run = नमस्ते { $name }! अभी आपका कोई रूट नहीं है। बनते ही यहाँ आएगा।
rider-run-waits = आपका अगला रूट, { $slot }: { $stops ->
    [one] 1 स्टॉप
   *[other] { $stops } स्टॉप
}, { $collect } लेने हैं। निकलते समय *शुरू* दबाइए।
rider-start-button = शुरू
rider-route = 🛵 { $slot }: { $stops ->
    [one] 1 स्टॉप
   *[other] { $stops } स्टॉप
} बाक़ी, { $collect } लेने हैं।
    📦 { $boxes }
rider-route-line = { $place }. { $home } · { $name } · { $boxes }{ $has_due ->
    [yes] { " " }· { $due }
   *[no] { "" }
}
rider-page-link = 📱 यही सब एक पेज पर, कमज़ोर नेट में भी: { $url }
rider-type-next = अगले स्टॉप के लिए *अगला* भेजिए।
rider-stop = { "*" }{ $place }/{ $total } · { $name }* ({ $code })
    📍 { $home }
    📦 { $boxes }
rider-stop-phone = 📞 { $phone }
rider-stop-map = 🗺️ { $url }
rider-stop-note = 📝 { $note }
rider-stop-paid = ✅ पैसे मिल चुके हैं: कुछ नहीं लेना।
rider-stop-due = 💰 *{ $due }* लीजिए{ $has_change ->
    [yes] { " " }({ $handed } मिले तो { $back } वापस कीजिए)
   *[no] { "" }
}
rider-stop-code = 🔑 4 अंकों का कोड पूछिए।
rider-collected-button = { $sum } मिले
rider-delivered-button = दे दिया
rider-link-button = UPI लिंक
rider-problem-button = परेशानी
rider-look-button = फिर देखिए
rider-done = ✓ { $code }{ $has_sum ->
    [yes] { " " }· { $sum }
   *[no] { "" }
}
rider-failed = ✗ { $code }: ग्राहक से पूछ रहे हैं। डिब्बा अपने पास रखिए।
rider-undone = ↩️ { $code } वापस ले लिया।
rider-photo-kept = 📷 { $code } की फ़ोटो रख ली।
rider-list-changed = आपकी सूची बदल गई है, इसलिए कुछ नहीं लिखा। अब यह स्टॉप है:
rider-other-sum = { $due } लेने हैं और { $named } लिखा है, इसलिए कुछ नहीं लिखा।
rider-give-back = { $due } के लिए { $handed }: *{ $back } वापस कीजिए*।
rider-link-sent = 📲 ग्राहक के WhatsApp पर { $sum } का लिंक भेज दिया। पैसा आते ही बताऊँगा।{ $has_rest ->
    [yes] { " " }फिर { $rest } कैश लीजिए।
   *[no] { "" }
}
rider-which-code = 🔑 ग्राहक कौन से 4 अंक बता रहे हैं? लिखिए।
rider-wrong-code = यह कोड सही नहीं है। { $most } बार के बाद सिर्फ़ मालिक छोड़ सकती हैं।
rider-what-problem = क्या हुआ?
rider-reasons-list-button = कारण
rider-reason-nobody-home-row = घर पर कोई नहीं
rider-reason-wrong-address-row = पता ग़लत है
rider-reason-gate-closed-row = गेट पर रोक दिया
rider-reason-refused-row = लेने से मना किया
rider-reason-no-cash-ready-row = कैश तैयार नहीं
rider-reason-damaged-row = डिब्बा ख़राब है
rider-reason-other-time-row = दूसरा समय चाहिए
rider-reason-vehicle-or-rain-row = गाड़ी या बारिश
rider-no-problem-row = कोई परेशानी नहीं
rider-cash = आपके पास { $held } हैं। इस रूट में: { $taken } मिले, { $collect } लेने बाक़ी।
rider-all-done = 🎉 { $stops ->
    [one] स्टॉप हो गया।
   *[other] सारे { $stops } स्टॉप हो गए।
}{ $has_cash ->
    [yes] { " " }जमा करने का कैश: *{ $cash }*। रक़म अलग है? लिखिए।
   *[no] { " " }जमा करने को कोई कैश नहीं है।
}
rider-hand-over-button = { $sum } जमा
rider-finish-button = पूरा हुआ
rider-ended = 🙏 धन्यवाद, रूट पूरा हुआ।{ $has_cash ->
    [yes] { " " }आप { $cash } जमा कर रहे हैं; आपके साथ गिना जाएगा।
   *[no] { "" }
}
rider-help = आप लिख सकते हैं:
    { "*" }शुरू* – रूट शुरू कीजिए
    { "*" }अगला* – अगला स्टॉप · *लिस्ट* – सारे स्टॉप
    { "*" }1200* – इतने मिले · *500 कैश 700 upi* – कुछ UPI लिंक से
    { "*" }परेशानी* – घर पर कोई नहीं, ग़लत फ़्लैट, कैश नहीं …
    { "*" }छोड़ो* – यह स्टॉप आख़िर में · *वापस* – पिछला काम वापस लीजिए
    { "*" }कैश* – आपके पास कितना है
    फ़ोटो भेजिए तो सबूत के तौर पर रखी जाएगी।
