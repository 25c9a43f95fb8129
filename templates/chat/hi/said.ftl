### जो ऑर्डर के बारे में कहा गया। Labels: buttons 20 characters.

## Questions about fruit

ordering-ask-mix = *{ $name }*, { $amount }: ये पैक में आते हैं। कौन सा ठीक है?
ordering-ask-left = *{ $name }*: { $amount } इतने नहीं बचे। { $first } बचे हैं, { $price }। ये भेज दें?
ordering-ask-range = *{ $name }*: कितने भेजें?
ordering-ask-price = *{ $name }*: आज { $first } का दाम { $price } है, { $rupees } नहीं। भेज दें?
ordering-ask-instead = जो कार्ट में है उसकी जगह *{ $name }* कर दें?
ordering-ask-unsure = क्या आप *{ $name }* कह रहे हैं? { $first }, { $price }।
ordering-ask-variety = इनमें से कौन सा?
ordering-ask-number = *{ $name }*: { $first } कर दें? दाम { $price }।
ordering-which-fruit = { $counted ->
    [yes] { $amount }, कौन सा आम?
   *[no] कौन सा आम चाहिए?
}
ordering-stranger = माफ़ कीजिए, { $name } हमारे पास नहीं है। ये सब है।
ordering-not-in-cart = वह आपकी टोकरी में नहीं है।
ordering-which-for-that = कौन से आम भेजें?
ordering-way-noted = { $way ->
    [cash] 💵 लिख लिया: डिलीवरी पर नकद।
   *[online] 💳 लिख लिया: ऑनलाइन भुगतान।
} आख़िर में एक बटन दबाइए, बस।
ordering-time-noted = 🕗 लिख लिया: { $when }।
ordering-home-noted = 📍 लिख लिया: { $home }।
ordering-one-home = एक ऑर्डर एक ही पते पर जाता है। यह किस पते के लिए है? दूसरे पते का अलग ऑर्डर कर लीजिए।
ordering-note-noted = 📝 डिलीवरी वाले के लिए लिख लिया: { $note }

## Is it right?

ordering-read-right = मैं इतना समझा, हर शब्द नहीं:

    { $words }

    क्या यह ठीक है? अभी कुछ किया नहीं है।
ordering-read-right-button = हाँ, ठीक है

## Saying it back

said-amount = { $unit ->
    [dozen] { $count } दर्जन
    [piece] { $number ->
        [one] { $count } आम
       *[other] { $count } आम
    }
    [kilo] { $count } किलो
    [gram] { $count } ग्राम
    [box] { $count } पेटी
    [pack] { $count } पैक
   *[none] { $count }
}
said-item = • { $change ->
    [remove] हटाना है: { $counted ->
        [yes] { $amount } { $name }
       *[no] { $name }
    }
    [less] { $amount } { $name } कम
    [add] { $amount } { $name } और
   *[set] { $counted ->
        [yes] { $amount } { $name }
       *[no] { $name }
    }
}
said-again = • पिछली बार वाला ही
said-when = 🕗 { $when }
said-home = 📍 { $home }
said-payment = { $way ->
    [cash] 💵 डिलीवरी पर नकद
   *[online] 💳 ऑनलाइन
}
said-phone = 📞 { $phone }
said-note = 📝 { $note }
said-nothing = • एक ऑर्डर
said-part = { $part ->
    [morning] सुबह
    [afternoon] दोपहर
    [evening] शाम
   *[night] रात
}
