### इनबॉक्स।

inbox-lead = ग्राहक क्या लिखते हैं। जो इंसान का इंतज़ार करते हैं वे सबसे ऊपर।
inbox-waiting = इंसान के इंतज़ार में
inbox-parked = बॉट चुप है
inbox-all = सारी बातें
inbox-nobody = कोई इंतज़ार में नहीं।
inbox-none = अभी कोई बात नहीं। जब कोई दुकान के WhatsApp पर लिखेगा, यहाँ दिखेगी।
inbox-name = नाम
inbox-phone = WhatsApp
inbox-last = आख़िरी बार लिखा
inbox-nameless = बिना नाम
inbox-since = { $since } से इंतज़ार में
inbox-silent = इंसान बोल रहा है
inbox-bot = बॉट बोल रहा है
inbox-photo = ग्राहक की फ़ोटो
inbox-file = फ़ाइल खोलिए
inbox-silence = अभी कुछ नहीं कहा गया।
inbox-answer = जवाब
inbox-send = भेजिए
inbox-quick = तैयार जवाब
inbox-send-quick = “{ $key }” भेजिए
inbox-window-over = उन्होंने एक दिन से पहले लिखा था, इसलिए WhatsApp सीधे शब्द नहीं लेता। उनसे लिखने को कहिए; फिर जवाब दीजिए।
inbox-never-wrote = उन्होंने अभी तक कुछ नहीं लिखा, इसलिए WhatsApp सीधे शब्द नहीं लेता। उनसे लिखने को कहिए; फिर जवाब दीजिए।
inbox-ask-back = लिखने को कहिए
inbox-hand-back = बॉट को लौटाइए
inbox-take-over = बॉट की जगह लीजिए
told-sent = भेज दिया।

## जवाब

answer-lead = लोगों ने क्या पूछा जो समझ नहीं आया, और दुकान क्या जवाब देती है।
miss-title = समझ नहीं आया
miss-none = पिछले तीस दिनों में सब समझ आया।
miss-words = शब्द
miss-times = बार
miss-people = लोग
miss-last = आख़िरी
answer-all = जवाब
answer-none = अभी कोई जवाब नहीं। जो लोग पूछते हैं उसके लिए लिखिए।
answer-key = कुंजी
answer-key-hint = छोटे अक्षरों में एक शब्द, जैसे organic.
answer-text = कहता है
answer-text_en = अंग्रेज़ी में
answer-text_hi = हिंदी में
answer-text_latn = अंग्रेज़ी अक्षरों की हिंदी में
answer-ways = किन शब्दों से पूछते हैं
answer-no-ways = आपके अपने कोई नहीं। organic या storage जैसे आम शब्द पता हैं।
answer-new-title = जवाब लिखिए
answer-edit = बदलिए
answer-go = यही कहिए
answer-remove-text = जवाब हटाइए, सिखाए शब्दों के साथ।
answer-remove = जवाब हटाइए
answer-way-asks = “{ $words }” से { $key } का जवाब माँगा जाता है।
teach-title = शब्द सिखाइए
teach-lead = अगले संदेश से ही। नाम अपनी किस्म को, सवाल अपने जवाब को।
teach-words = शब्द
teach-words-hint = सिर्फ़ वे जो समझ नहीं आते।
teach-means = इनका मतलब
teach-variety = { $name } आम
teach-answer = “{ $key }” का जवाब
teach-go = समझ लीजिए
told-learnt = अब समझ आएगा।

## टेम्पलेट

template-lead = संदेश जिन्हें Meta मंज़ूर करता है: एक दिन बाद दुकान क्या कह सकती है।
template-push-text = जो Meta के पास नहीं या अलग है, वह भेजिए। जवाब अक्सर एक दिन में आता है।
template-push = Meta को भेजिए
template-name = टेम्पलेट
template-language = भाषा
template-category = तरह
template-checked = देखा
template-reason = क्यों नहीं
template-unseen = अभी नहीं पूछा
template-preview = ऐसे पढ़ा जाएगा
told-templates-pushed = भेज दिया। नीचे के हाल Meta ने बताए।
