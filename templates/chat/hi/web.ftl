### दुकान के पेज।

web-skip-to-content = सीधे मुख्य हिस्से पर जाइए
web-chat-short = हमसे चैट कीजिए
web-footer-line = { $shop } · ताज़े आम, आपके दरवाज़े तक

## Home

web-home-page-title = { $shop } · WhatsApp पर ताज़े आम
web-home-description = WhatsApp पर ताज़े आम मँगाइए: किस्म और डिलीवरी का समय चुनिए, ऑनलाइन या नकद पेमेंट कीजिए।
web-home-title = पके आम, बस एक मैसेज दूर
web-home-lead = WhatsApp पर hi लिखिए। आम चुनिए, डिलीवरी का समय चुनिए, और हम पेटी आपके दरवाज़े तक ले आएँगे।
web-order-on-whatsapp = WhatsApp पर ऑर्डर कीजिए
web-home-reassurance = न ऐप, न खाता। ऑनलाइन या नकद पेमेंट कीजिए।
web-today-title = आज के आम
web-today-empty = आज आम नहीं हैं। WhatsApp पर hi लिखिए, नए आम आते ही हम बता देंगे।
web-how-title = ऑर्डर कैसे करें?
web-how-choose-title = चैट में चुनिए
web-how-choose-text = देखिए कौन से आम पके हैं और किस दाम पर, और अपनी पसंद पर टैप कीजिए।
web-how-slot-title = समय चुनिए
web-how-slot-text = पेमेंट होने तक आम और डिलीवरी का समय आपके लिए रोककर रखते हैं।
web-how-pay-title = अपने तरीके से पेमेंट कीजिए
web-how-pay-text = सुरक्षित लिंक से UPI या कार्ड, या घर पर नकद।

## After paying

web-payment-received-title = पेमेंट मिल गया
web-payment-received-text = धन्यवाद! ऑर्डर की पूरी जानकारी आपकी चैट में है।
web-payment-arrived-title = आपका पेमेंट हम तक पहुँच गया
web-payment-arrived-text = अभी वह इस ऑर्डर का पेमेंट नहीं है: वह देर से, दो बार या किसी और रकम में आया, या ऑर्डर रद्द हुआ। कुछ खोया नहीं है: आगे क्या होगा, आपकी चैट में लिखा है।
web-payment-checking-title = पेमेंट की जाँच हो रही है
web-payment-checking-text = इसमें अक्सर एक मिनट से कम लगता है। पता चलते ही हम WhatsApp पर बताएँगे; कृपया दोबारा पेमेंट मत कीजिए।
web-payment-unfinished-title = पेमेंट पूरा नहीं हुआ
web-payment-unfinished-text = इस ऑर्डर का पेमेंट हमें नहीं मिला है। चैट में लौटकर फिर कोशिश कीजिए या पेमेंट का दूसरा तरीका चुनिए।
web-order-code = ऑर्डर
web-order-total = कुल
web-back-to-whatsapp = WhatsApp पर लौटिए
web-check-again = फिर से देखिए

## Messages

web-to-home = दुकान पर जाइए
web-not-found-title = यह पेज नहीं मिला
web-not-found-text = लिंक पुराना या गलत हो सकता है। आपके ऑर्डर चैट में सुरक्षित हैं।
web-trouble-title = हमारी तरफ़ कुछ गड़बड़ हो गई
web-trouble-text = कृपया एक मिनट में फिर कोशिश कीजिए। आपके ऑर्डर चैट में सुरक्षित हैं।

## आज की दुकान

web-price-per-pack = { $price } · { $pack }
