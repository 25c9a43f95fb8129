### The rider's chat: his run, one stop after the other.

rider-no-run = Namaste { $name }! Abhi aapka koi route nahi hai. Bante hi yahan aayega.
rider-run-waits = Aapka agla route, { $slot }: { $stops ->
    [one] 1 stop
   *[other] { $stops } stop
}, { $collect } lene hain. Nikalte samay *Shuru* dabaiye.
rider-start-button = Shuru
rider-route = 🛵 { $slot }: { $stops ->
    [one] 1 stop
   *[other] { $stops } stop
} baaki, { $collect } lene hain.
    📦 { $boxes }
rider-route-line = { $place }. { $home } · { $name } · { $boxes }{ $has_due ->
    [yes] { " " }· { $due }
   *[no] { "" }
}
rider-page-link = 📱 Yahi page par, kamzor net mein bhi: { $url }
rider-type-next = Agle stop ke liye *agla* bhejiye.
rider-stop = { "*" }{ $place }/{ $total } · { $name }* ({ $code })
    📍 { $home }
    📦 { $boxes }
rider-stop-phone = 📞 { $phone }
rider-stop-map = 🗺️ { $url }
rider-stop-note = 📝 { $note }
rider-stop-paid = ✅ Paise mil chuke hain: kuch nahi lena.
rider-stop-due = 💰 *{ $due }* lijiye{ $has_change ->
    [yes] { " " }({ $handed } mile to { $back } wapas kijiye)
   *[no] { "" }
}
rider-stop-code = 🔑 4 ankon ka code poochhiye.
rider-collected-button = { $sum } mile
rider-delivered-button = De diya
rider-link-button = UPI link
rider-problem-button = Dikkat
rider-look-button = Phir dekhiye
rider-done = ✓ { $code }{ $has_sum ->
    [yes] { " " }· { $sum }
   *[no] { "" }
}
rider-failed = ✗ { $code }: grahak se poochh rahe hain. Dabba apne paas rakhiye.
rider-undone = ↩️ { $code } wapas le liya.
rider-photo-kept = 📷 { $code } ki photo rakh li.
rider-list-changed = Aapki list badal gayi hai, isliye kuch nahi likha. Ab yeh stop hai:
rider-other-sum = { $due } lene hain aur { $named } likha hai, isliye kuch nahi likha.
rider-give-back = { $due } ke liye { $handed }: *{ $back } wapas kijiye*.
rider-link-sent = 📲 Grahak ke WhatsApp par { $sum } ka link bhej diya. Paisa aate hi bataunga.{ $has_rest ->
    [yes] { " " }Phir { $rest } cash lijiye.
   *[no] { "" }
}
rider-which-code = 🔑 Grahak kaun se 4 ank bata rahe hain? Likhiye.
rider-wrong-code = Yeh code sahi nahi hai. { $most } baar ke baad sirf malik chhod sakti hain.
rider-what-problem = Kya hua?
rider-reasons-list-button = Kaaran
rider-reason-nobody-home-row = Ghar par koi nahi
rider-reason-wrong-address-row = Pata galat hai
rider-reason-gate-closed-row = Gate par rok diya
rider-reason-refused-row = Lene se mana kiya
rider-reason-no-cash-ready-row = Cash taiyaar nahi
rider-reason-damaged-row = Dabba kharab hai
rider-reason-other-time-row = Doosra time chahiye
rider-reason-vehicle-or-rain-row = Gaadi ya baarish
rider-no-problem-row = Koi dikkat nahi
rider-cash = Aapke paas { $held } hain. Is route mein: { $taken } mile, { $collect } lene baaki.
rider-all-done = 🎉 { $stops ->
    [one] Stop ho gaya.
   *[other] Saare { $stops } stop ho gaye.
}{ $has_cash ->
    [yes] { " " }Jama karne ka cash: *{ $cash }*. Rakam alag hai? Likhiye.
   *[no] { " " }Jama karne ko koi cash nahi hai.
}
rider-hand-over-button = { $sum } jama
rider-finish-button = Poora hua
rider-ended = 🙏 Dhanyavaad, route poora hua.{ $has_cash ->
    [yes] { " " }Aap { $cash } jama kar rahe hain; aapke saath gina jaayega.
   *[no] { "" }
}
rider-help = Aap likh sakte hain:
    { "*" }shuru* – route shuru kijiye
    { "*" }agla* – agla stop · *list* – saare stop
    { "*" }1200* – itne mile · *500 cash 700 upi* – kuch UPI link se
    { "*" }pareshani* – ghar par koi nahi, galat flat, cash nahi …
    { "*" }chhodo* – yeh stop aakhir mein · *wapas* – pichhla kaam wapas lijiye
    { "*" }cash* – aapke paas kitna hai
    Photo bhejiye to saboot ke taur par rakhi jaayegi.
