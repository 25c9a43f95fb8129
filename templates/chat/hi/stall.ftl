### What the stall has us say.

notices-word-payment-cash = कैश
notices-word-payment-upi = UPI
notices-word-payment-card = कार्ड
notices-stall-receipt = 🧾 { $stall } से ख़रीदने के लिए धन्यवाद: { $items }। आपने *{ $total }* दिए ({ $payment })। आम का मज़ा लीजिए!
notices-alert-stall-fruit-short = 🥭 { $stall } ने वह फल बेच दिया जो दूसरों का है। { $orders ->
    [0] अभी किसी ऑर्डर को ख़तरा नहीं।
   *[other] इन ऑर्डर को ख़तरा है: { $codes }।
} फल लाइए, या उनसे बात कीजिए। तब तक यह खुला रहेगा।
notices-alert-stall-price-differs = 🏷 { $stall } पर { $paid } मिले, हमारे दाम से { $price } बनते हैं। जैसा हुआ वैसा लिख लिया है।
notices-alert-stall-needs-a-look = 🔎 { $stall } के { $device } ने कुछ भेजा जो लिखा नहीं जा सका। वह “स्टॉल” में रखा है; बाक़ी सब बिक्री लिख ली गई है।
notices-alert-stall-cash-difference = 💰 { $stall } का गल्ला (पारी { $shift }) गिना गया: { $difference } { $missing ->
    [yes] कम
   *[no] ज़्यादा
}।
