### Ordering mangoes.

## Menu

ordering-menu-first = नमस्ते{ $named ->
    [yes] { " " }{ $name }
   *[no] { "" }
}! 🥭 { $shop } के मीठे, पके आम सीधे आपके घर।

    { $promise }

    देखिए और अपनी पसंद चुनिए।
ordering-menu-again = आज कौन से आम भेजें? 🥭

    { $promise }
ordering-menu-promise = अगली डिलीवरी: *{ $slot }*
    { $charged ->
        [yes] डिलीवरी { $fee }, { $free } से मुफ़्त।
       *[no] डिलीवरी मुफ़्त।
    }
ordering-menu-no-slot = अगले कुछ दिनों की डिलीवरी भर चुकी है। नए समय जल्द खुलेंगे।
ordering-menu-empty = आज के सारे आम बिक गए। कल फिर लिखिए, या हमसे पूछ लीजिए कि आगे क्या आ रहा है।
ordering-order-coming = आपका ऑर्डर *{ $code }* *{ $slot }* पहुँचेगा।
ordering-menu-list-button = आम देखिए
ordering-mangoes-section = इस सीज़न के आम
ordering-elsewhere-section = और
ordering-more-mangoes-row = और आम
ordering-my-orders-row = मेरे ऑर्डर
ordering-help-row = मदद और भाषा
ordering-help-row-description = English · हिन्दी · Hinglish
ordering-privacy-footer = आपका नंबर और पता सिर्फ़ डिलीवरी के काम आता है।
ordering-variety-line = { $price } · { $pack } · { $ripeness }{ $scarce ->
    [yes] { " " }· { $left } बचे
   *[no] { "" }
}
ordering-variety-gone = माफ़ कीजिए, वे अभी-अभी ख़त्म हो गए। अभी ये आम हैं।
ordering-nothing-to-repeat = { $ordered ->
    [yes] आपका पिछला ऑर्डर आज पूरा नहीं बन पाएगा। अभी ये आम हैं।
   *[no] आपका कोई पिछला ऑर्डर नहीं मिला। अभी ये आम हैं।
}

## Variety

ordering-variety = *{ $name }*
    { $story }

    { $prices }

    घर पहुँचने पर: { $ripeness }।{ $scarce ->
        [yes] { " " }सिर्फ़ { $left } × { $pack } बचे हैं!
       *[no] { "" }
    }
    पैक चुनिए, या लिखिए कितने चाहिए।
ordering-pack-line = { $pack } — *{ $price }*
ordering-other-mangoes-button = दूसरे आम
ordering-other-mangoes-row = दूसरे आम
ordering-packs-list-button = पैक चुनिए
ordering-which-pack = *{ $name }*: कौन से { $count }? 🥭
ordering-no-such-pack = *{ $name }* इन पैक में आता है। कौन सा चाहिए?
ordering-counted-pack = { $count } × { $pack }

## Cart

ordering-cart = *आपकी टोकरी*
    { $lines }
ordering-line-short = ⚠️ { $name } के सिर्फ़ { $left } बचे हैं।
ordering-line-gone = { $name } अब नहीं मिल रहे, इसलिए टोकरी से हटा दिए।
ordering-cart-fee = डिलीवरी: { $fee }
ordering-cart-fee-later = डिलीवरी: { $fee }, पते के हिसाब से
ordering-cart-total = *कुल: { $total }*
ordering-cart-minimum = कम से कम ऑर्डर के लिए { $missing } के आम और जोड़िए।
ordering-cart-free = { $missing } के आम और लेने पर डिलीवरी मुफ़्त।
ordering-cart-empty = आपकी टोकरी ख़ाली है।
ordering-cart-emptied = ठीक है, टोकरी ख़ाली कर दी।
ordering-undone = वापस ले लिया। पहले ऐसा था:
ordering-nothing-to-undo = इस टोकरी में वापस लेने को कुछ नहीं है। जो ऑर्डर हो चुका है, उसे बदलने या रद्द करने के लिए *मेरे ऑर्डर* लिखिए।
ordering-already-in-cart = यह टोकरी में आ चुका है। और चाहिए तो लिखिए, जैसे *3 कर दीजिए*।
ordering-checkout-button = ऑर्डर कीजिए
ordering-add-more-button = और जोड़िए
ordering-change-button = बदलिए
ordering-which-line = क्या बदलना है?
ordering-lines-list-button = आपके आम
ordering-line = { $pack } × { $quantity } · { $amount }
ordering-empty-cart-row = टोकरी ख़ाली कीजिए
ordering-how-many = अभी: *{ $fruit }*।
    कितने चाहिए? चुनिए, या संख्या लिखिए।
ordering-quantity-list-button = कितने
ordering-remove-row = हटा दीजिए

## Where

ordering-where = आम कहाँ पहुँचाएँ? 🏡

    सोसाइटी और फ़्लैट एक साथ लिखिए, जैसे *{ $example }*। लोकेशन भी भेज सकते हैं, या सूची से चुनिए।
ordering-where-known = किस पते पर? 🏡

    सूची से चुनिए, या दूसरा पता लिखिए, जैसे *{ $example }*।
ordering-where-nowhere = अभी कहीं भी डिलीवरी नहीं हो रही। *बात करनी है* लिखिए, हम कोई रास्ता निकालेंगे।
ordering-apartments-list-button = चुनिए
ordering-which-apartment = { $said ->
    [yes] *{ $line }*: यह किस सोसाइटी में है?
   *[no] इनमें से कौन सी सोसाइटी है?
}
ordering-outside = माफ़ कीजिए, वहाँ हम अभी नहीं पहुँचते। हम यहाँ आते हैं: { $places }{ $more ->
    [yes] { " " }और { $rest } और जगह
   *[no] { "" }
}।
ordering-flat = *{ $apartment }*। { $asked ->
    [flat] फ़्लैट नंबर बताइए
   *[both] टावर और फ़्लैट नंबर बताइए
}, जैसे *{ $example }*।
ordering-flat-form = *{ $apartment }*। { $asked ->
    [flat] फ़्लैट नंबर
   *[both] टावर और फ़्लैट नंबर
} नीचे के फ़ॉर्म में भर दीजिए, या लिख दीजिए, जैसे *{ $example }*।
ordering-which-tower = *{ $apartment }*{ $said ->
    [yes] , { $line }
   *[no] { "" }
}: कौन सा टावर?
ordering-no-such-tower = *{ $apartment }* में { $tower } नाम का कोई टावर नहीं है।
ordering-towers-list-button = टावर
ordering-this-home = मैंने *{ $line }, { $apartment }* पढ़ा, बाकी समझ नहीं आया। पता यही है? डिलीवरी वाले को और कुछ बताना हो तो बाद में संदेश में लिख सकते हैं।
ordering-this-home-button = हाँ, यही है
ordering-phone-which = { $count ->
    [one] क्या डिलीवरी वाला इस नंबर पर फ़ोन करे?
   *[other] इसमें एक से ज़्यादा नंबर हैं। डिलीवरी वाला किस पर फ़ोन करे?
}
ordering-phone-odd = इसमें कोई एक फ़ोन नंबर नहीं मिला, इसलिए कुछ नहीं लिखा।
ordering-phone-noted = डिलीवरी वाला { $phone } पर फ़ोन करेगा।
ordering-move-where = ऑर्डर *{ $code }* *{ $home }, { $apartment }* जा रहा है। पैक होने तक किसी और पते पर भेजा जा सकता है।
ordering-nothing-to-move = अभी कोई ऑर्डर नहीं आ रहा और टोकरी ख़ाली है, इसलिए बदलने को कोई पता नहीं है। ऑर्डर करते समय हम पता पूछेंगे।
ordering-phone = डिलीवरी वाला किस नंबर पर फ़ोन करे? बटन दबाकर अपना नंबर भेजिए, या लिख दीजिए।

## When

ordering-when = पता: *{ $line }, { $apartment }*। कब आएँ?
ordering-when-none = { $line }, { $apartment } के लिए सारे समय भर चुके हैं। कल फिर देखिए, या दूसरा पता चुनिए।
ordering-slots-list-button = डिलीवरी का समय
ordering-which-window = इनमें से कौन सा समय?
ordering-which-window-of-day = *{ $day }*: कौन सा समय?
ordering-brought-there = 📍 अब *{ $line }, { $apartment }* पर पहुँचाएँगे।
ordering-no-such-window = उस समय हम नहीं आ पाएँगे। ये समय ख़ाली हैं।
ordering-slot-left = { $left ->
   *[other] सिर्फ़ { $left } जगह बची
}
ordering-other-address-row = दूसरा पता
ordering-other-address-button = दूसरा पता

## Summary

ordering-summary = *आपका ऑर्डर*
    { $lines }
    डिलीवरी: { $fee }
    { "*" }कुल: { $total }*

    📍 { $home }, { $apartment }
    🕗 { $slot }{ $noted ->
        [yes] { "\u000A" }📝 { $note }
       *[no] { "" }
    }

    आपके आम *{ $until }* तक रखे हैं। पैसे कैसे देंगे?
ordering-cash-or-online = ऑनलाइन या डिलीवरी पर नकद? एक चुन लीजिए, बस हो गया।
ordering-online-only = यह ऑनलाइन ही हो सकता है। बटन दबाइए, बस हो गया।
ordering-pay-online-button = ऑनलाइन दीजिए
ordering-pay-cash-button = डिलीवरी पर नकद
ordering-change-something-button = कुछ बदलिए
ordering-changes = क्या बदलना है?
ordering-changes-list-button = चुनिए
ordering-change-items-row = आम
ordering-change-home-row = पता
ordering-change-slot-row = डिलीवरी का समय
ordering-change-note-row = डिलीवरी वाले को संदेश
ordering-change-cancel-row = यह ऑर्डर रद्द कीजिए
ordering-note = डिलीवरी वाले को क्या बताएँ? एक लाइन लिखिए, जैसे *दो बार घंटी बजाइए* या *गार्ड को दे दीजिए*।
ordering-no-note-button = कोई संदेश नहीं
ordering-add-more-row = और आम जोड़िए
ordering-change-cart-row = टोकरी बदलिए
ordering-price-changed = इस बीच दाम बदल गए हैं, ऑर्डर से पहले एक बार देख लीजिए।
ordering-cheaper = 💡 *{ $name }*: { $packs } में उतने ही आम { $saved } सस्ते हैं। कुछ और बदलना हो तो बस लिख दीजिए।
ordering-cheaper-button = { $saved } बचाइए

## Paying

ordering-pay-here = ऑर्डर *{ $code }* के *{ $total }*। आपके आम *{ $until }* तक रखे हैं।

    पहले कुछ बदलना हो तो *cancel* लिखिए।
ordering-pay-button = पैसे दीजिए
ordering-not-paid-yet = पेमेंट अभी हम तक नहीं पहुँचा। दे चुके हैं तो एक मिनट रुकिए, दोबारा मत दीजिए: पुष्टि अपने आप आ जाएगी।
ordering-link-coming = एक पल, ऑर्डर *{ $code }* का पेमेंट लिंक आ रहा है।

## Same as last time

ordering-again = फिर से स्वागत है! *पिछली बार वाला ही भेज दें?*

    { $basket }
    📍 { $home }, { $apartment }
    🕗 { $slot }
    { "*" }कुल: { $total }*
ordering-yes-cash-button = हाँ, नकद
ordering-yes-online-button = हाँ, ऑनलाइन
ordering-see-mangoes-button = आम देखिए
ordering-see-mangoes-row = आम देखिए
ordering-my-orders-button = मेरे ऑर्डर
ordering-human-button = हमसे बात कीजिए

## Pieces of sentences

phrase-ripe-now = खाने के लिए तैयार
phrase-ripe-within = { $days } दिन के अंदर पकेंगे
phrase-ripe-in = { $days } दिन में पकेंगे{ $last ->
   *[other] { "" }
}
phrase-fruit = { $quantity } × { $name }, { $pack }
phrase-line = { $fruit } — { $amount }
phrase-more-lines = … और { $count }
phrase-free = मुफ़्त
phrase-between = { $begins ->
    [none] { $highest } तक
   *[some] { $lowest }–{ $highest }
}
