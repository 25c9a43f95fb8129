### दुकान के पेज।

chat-short = हमसे चैट कीजिए
footer-line = { $shop } · ताज़े आम, आपके दरवाज़े तक

## Home

home-page-title = { $shop } · WhatsApp पर ताज़े आम
home-description = WhatsApp पर ताज़े आम मँगाइए: किस्म और डिलीवरी का समय चुनिए, ऑनलाइन या नकद पेमेंट कीजिए।
home-title = पके आम, आपके दरवाज़े तक
home-lead = यहाँ आम चुनिए या WhatsApp पर hi लिखिए, डिलीवरी का समय चुनिए, और हम पेटी आपके दरवाज़े तक ले आएँगे।
order-on-whatsapp = WhatsApp पर ऑर्डर कीजिए
home-reassurance = न ऐप, न खाता। ऑनलाइन या नकद पेमेंट कीजिए।
today-title = आज के आम
today-empty = आज आम नहीं हैं। WhatsApp पर hi लिखिए, नए आम आते ही हम बता देंगे।
how-title = ऑर्डर कैसे करें?
how-choose-title = आम चुनिए
how-choose-text = यहाँ या चैट में: देखिए कौन से आम पके हैं और किस दाम पर, और अपनी पसंद पर टैप कीजिए।
how-slot-title = समय चुनिए
how-slot-text = पेमेंट होने तक आम और डिलीवरी का समय आपके लिए रोककर रखते हैं।
how-pay-title = अपने तरीके से पेमेंट कीजिए
how-pay-text = सुरक्षित लिंक से UPI या कार्ड, या घर पर नकद।

## After paying

payment-received-title = पेमेंट मिल गया
payment-received-text = { $place ->
    [page] धन्यवाद! आगे क्या होगा, ऑर्डर के पेज पर दिखता है।
   *[chat] धन्यवाद! ऑर्डर की पूरी जानकारी आपकी चैट में है।
}
payment-arrived-title = आपका पेमेंट हम तक पहुँच गया
payment-arrived-text = अभी वह इस ऑर्डर का पेमेंट नहीं है: वह देर से, दो बार या किसी और रकम में आया, या ऑर्डर रद्द हुआ। कुछ खोया नहीं है: आगे क्या होगा, { $place ->
    [page] ऑर्डर के पेज पर लिखा है।
   *[chat] आपकी चैट में लिखा है।
}
payment-checking-title = पेमेंट की जाँच हो रही है
payment-checking-text = इसमें अक्सर एक मिनट से कम लगता है। { $place ->
    [page] पता चलते ही यह पेज ख़ुद बताएगा
   *[chat] पता चलते ही हम WhatsApp पर बताएँगे
}; कृपया दोबारा पेमेंट मत कीजिए।
payment-unfinished-title = पेमेंट पूरा नहीं हुआ
payment-unfinished-text = इस ऑर्डर का पेमेंट हमें नहीं मिला है। { $place ->
    [page] ऑर्डर के पेज पर
   *[chat] चैट में
} लौटकर फिर कोशिश कीजिए या पेमेंट का दूसरा तरीका चुनिए।
order-code = ऑर्डर
payment-asked = यह पेमेंट
payment-to-order = आपका ऑर्डर
back-to-whatsapp = WhatsApp पर लौटिए
check-again = फिर से देखिए

## आज की दुकान

price-per-pack = { $price } · { $pack }

## Offline

offline-title = इंटरनेट नहीं है
offline-text = अभी कनेक्शन नहीं है। आपकी टोकरी और ऑर्डर हमारे पास सुरक्षित हैं।
offline-again = फिर कोशिश कीजिए
