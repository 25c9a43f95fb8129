### The founder's chat.

founder-help = सूचनाएँ और ग्राहकों की बातें यहाँ आती हैं। जवाब देने के लिए *उसी संदेश पर रिप्लाई कीजिए* (स्वाइप करके): आपकी बात ग्राहक तक जाएगी, और आपके चैट लौटाने तक बॉट वहाँ चुप रहेगा।

    { "*" }waiting* – कौन इंतज़ार कर रहा है
founder-waiting-button = कौन इंतज़ार में है
founder-waiting-list-button = इंतज़ार में
founder-waiting = { $count ->
    [one] एक ग्राहक आपका इंतज़ार कर रहा है।
   *[other] { $count } ग्राहक आपका इंतज़ार कर रहे हैं।
}
founder-waiting-line = { $phone } · जवाब दिया, बॉट { $until } लौटेगा
founder-nobody-waits = अभी कोई इंतज़ार नहीं कर रहा।
founder-customer = *{ $name }* इंतज़ार में हैं। जवाब देने के लिए इसी संदेश पर रिप्लाई कीजिए।
founder-hand-back-button = बॉट को लौटाइए
founder-sent = *{ $name }* को भेज दिया।
founder-handed-back = *{ $name }* अब फिर बॉट के साथ हैं।
founder-not-waiting = *{ $name }* अब इंतज़ार में नहीं थे।
founder-only-text = अभी मैं सिर्फ़ लिखा हुआ आगे भेज सकता हूँ। कृपया लिख दीजिए।
founder-other-staff = नमस्ते { $name }! इस चैट में आपके लिए कोई काम नहीं है।
founder-whom = { $count ->
    [one] “{ $words }” किसी के जवाब में नहीं था, इसलिए अभी किसी को नहीं गया। एक ग्राहक इंतज़ार में है: उन्हें भेजें?
   *[other] “{ $words }” किसी के जवाब में नहीं था, इसलिए अभी किसी को नहीं गया। किसे भेजें?
}
founder-send-to-button = { $name } को भेजिए
founder-draft-gone = वह बात अब यहाँ नहीं है, इसलिए कुछ नहीं भेजा। कृपया फिर से लिखिए।
founder-not-yet = “{ $words }” अभी यहाँ नहीं चलता: आज का हिसाब, स्टॉक, रेट और डिलीवरी के समय इस चैट में बाद में आएँगे।
founder-waiting-since = { $phone } · { $since } से इंतज़ार में
