### Talking: what we did not understand, cannot read, or pass on to a person.

talk-not-understood = माफ़ कीजिए, यह समझ नहीं आया।
talk-not-understood-again = माफ़ कीजिए, अब भी समझ नहीं आया। *हमसे बात कीजिए* दबाइए, दुकान से कोई जवाब देगा।
talk-old-menu = वह मेनू पुराना है। अभी का यह रहा:
talk-too-late = माफ़ कीजिए, आपका संदेश कई घंटे देर से पहुँचा, इसलिए हमने उस पर कुछ नहीं किया।
talk-message-failed = माफ़ कीजिए, हमारी तरफ़ से कुछ गड़बड़ हुई। हम देख रहे हैं। कृपया एक बार फिर भेजिए, या *बात करनी है* लिखिए।
talk-parked = मालिक तक बात पहुँचा दी है, जवाब यहीं आएगा। बात क्या है, लिख दीजिए।

    इस बीच ऑर्डर करना हो तो *मेनू* लिखिए। { $hours } घंटे बाद मैं अपने आप लौट आऊँगा।
talk-from-founder = { "*" }{ $name }:* { $words }
talk-voice-passed-on = मैं आवाज़ वाला संदेश सुन नहीं सकता, इसलिए दुकान पर भेज दिया है। जवाब यहीं आएगा। जल्दी हो तो लिख दीजिए।
talk-photo-passed-on = तस्वीर के लिए धन्यवाद। दुकान पर भेज दी है, जवाब यहीं आएगा।
talk-file-passed-on = धन्यवाद, आपकी फ़ाइल दुकान पर भेज दी है। जवाब यहीं आएगा।
talk-sticker = 😊 बहुत बढ़िया!
talk-native-cart = इस तरह की टोकरी मैं पढ़ नहीं सकता। यहाँ से चुनिए।
talk-cannot-read = मैं लिखा हुआ, बटन और लोकेशन समझता हूँ, यह नहीं।
talk-welcome = { $kind ->
    [thanks] आपका स्वागत है! 🥭 कभी भी *मेनू* लिखिए।
    [bye] फिर मिलेंगे! 🥭 कभी भी *मेनू* लिखिए।
   *[fine] 👍 कभी भी *मेनू* लिखिए।
}
talk-with-pleasure = आपका स्वागत है! 🥭
talk-understood-in-part = { $whole ->
    [yes] “{ $words }” समझ आया, पर यहाँ यह जवाब नहीं बनता। इसलिए अभी कुछ नहीं किया।
   *[no] “{ $words }” समझ आया, बाकी नहीं। इसलिए अभी कुछ नहीं किया।
}
talk-going-quiet = यह मुझे समझ नहीं आ रहा, इसलिए अब अंदाज़ा नहीं लगाऊँगा। मालिक को बता दिया है। बटन चलते रहेंगे, *मेनू* लिखने पर आम दिखेंगे, और *बात करनी है* लिखने पर दुकान से कोई जवाब देगा।
talk-still-waiting = आपकी बात दुकान तक पहुँची हुई है, जवाब यहीं आएगा।
talk-complaint = { $ordered ->
    [yes] माफ़ कीजिए! मालिक तक बात पहुँचा दी है, आपके पिछले ऑर्डर *{ $code }* के साथ। जवाब यहीं आएगा। फ़ोटो हो तो भेज दीजिए।
   *[no] माफ़ कीजिए! मालिक तक बात पहुँचा दी है। जवाब यहीं आएगा। किस ऑर्डर की बात है, लिख दीजिए; फ़ोटो हो तो भेज दीजिए।
}

    इस बीच ऑर्डर करना हो तो *मेनू* लिखिए। { $hours } घंटे बाद मैं अपने आप लौट आऊँगा।
talk-too-many-files = एक साथ बहुत सारे आ गए। पहले वाले दुकान पर भेज दिए हैं और बता दिया है कि और भी हैं। जवाब यहीं आएगा।
talk-edited = { $known ->
    [yes] आपने “{ $before }” को बदलकर “{ $after }” किया। पहला संदेश हम पढ़ चुके थे, और बदलने से अपने आप कुछ नहीं बदलता। अभी जो है वह नीचे है; बदलना हो तो नया संदेश लिखिए।
   *[no] आपने पहले का संदेश बदला। उसे हम पढ़ चुके थे, और बदलने से अपने आप कुछ नहीं बदलता। अभी जो है वह नीचे है; बदलना हो तो नया संदेश लिखिए।
}
talk-choose-list-button = चुनिए

# The question of each step in a few words, for who was not understood twice.
talk-short-menu = कौन से आम चाहिए?
talk-short-variety = कितने, और किस पैक में?
talk-short-pack = किस पैक में?
talk-short-cart = डिलीवरी के लिए आगे बढ़ें?
talk-short-lines = क्या बदलना है?
talk-short-quantity = कितने चाहिए?
talk-short-where = आप किस सोसाइटी में रहते हैं?
talk-short-flat = टावर और फ़्लैट बताइए, जैसे B-1203
talk-short-tower = कौन सा टावर?
talk-short-checking = क्या यह पता सही है?
talk-short-phone = डिलीवरी वाला किस नंबर पर फ़ोन करे?
talk-short-when = कब पहुँचाएँ?
talk-short-summary = अभी कुछ ऑर्डर नहीं हुआ है। ऑनलाइन या नकद?
talk-short-changes = क्या बदलना है?
talk-short-note = डिलीवरी वाले को क्या बताना है?
talk-short-paying = आपके आम रखे हुए हैं। पेमेंट यहाँ कीजिए:
talk-short-again = पिछली बार जैसा ही?
talk-short-orders = कौन सा ऑर्डर?
talk-short-order = इस ऑर्डर का क्या करना है?
talk-short-which = कौन सा ऑर्डर बदलना है?
talk-short-changing = क्या बदलना है?
talk-short-window = कब पहुँचाएँ?
talk-short-fruit = कौन से आम, कम या ज़्यादा?
talk-short-count = कितने चाहिए?
talk-short-remark = डिलीवरी वाले को क्या बताना है?
talk-short-proposal = अभी कुछ नहीं बदला है। यह ऑर्डर बदलें?
talk-short-cancelling = अभी कुछ रद्द नहीं हुआ है। यह ऑर्डर रद्द करें?
talk-short-cancelled = ऑर्डर रद्द हो गया है। आगे क्या?
talk-short-help = बताइए, क्या मदद करें?
talk-short-language = English, हिन्दी या Hinglish?
talk-short-offers = आम देखने के लिए *मेनू* लिखिए।
talk-short-talking = आम देखने के लिए *मेनू* लिखिए।
talk-short-thanked = आम देखने के लिए *मेनू* लिखिए।
