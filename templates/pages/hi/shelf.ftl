### आम, टोकरी।

menu-label = दुकान
menu-mangoes = आम
menu-mine = मेरे ऑर्डर
menu-policies = दुकान के बारे में
policy-delivery = डिलीवरी
policy-refunds = रिफ़ंड
policy-privacy = निजता
policy-contact = संपर्क

## Home

home-choose = आम चुनिए
home-window = अगली डिलीवरी: { $window }
home-areas-title = हम यहाँ लाते हैं

## The shelf

shelf-title = हमारे आम
shelf-filters = सिर्फ़ ये दिखाइए
shelf-ripe-now = खाने के लिए तैयार
shelf-ripe-later = कुछ दिन में पकेंगे
shelf-most = { $price } तक
shelf-all = आने वाले भी
shelf-left = सिर्फ़ { $left } बचे हैं
shelf-sold-out = ख़त्म
shelf-coming = { $day } से
shelf-empty-title = ऐसा कुछ नहीं मिला
shelf-empty-text = कोई फ़िल्टर हटाइए, या सारे आम देखिए।
shelf-empty-all = सारे आम दिखाइए

## A variety

product-ripeness = पकने का समय
product-grade = आकार
product-season = सीज़न
product-each = हर आम { $grade }
product-season-days = { $first } से { $last }
product-pack = कैसे चाहिए?
product-quantity = कितने?
product-left = सिर्फ़ { $left } बचे हैं
product-add = टोकरी में डालिए
product-sold-out = { $name } अभी ख़त्म है।
product-coming = { $name } { $day } के आसपास आएगा।
product-over = { $name } का सीज़न बीत गया। अगले साल फिर आएगा।
product-tell-me = { $name } आने पर WhatsApp पर बताइए
product-waits = { $name } आने पर हम WhatsApp पर एक बार बताएँगे।
product-stop = मत बताइए
product-others = हमारे सारे आम देखिए
told-in-cart = टोकरी में आ गया।

## The cart

cart-title = टोकरी
cart-gone = { $name } अब नहीं मिलता, इसलिए गिना नहीं गया।
cart-short = सिर्फ़ { $left } बचे हैं
cart-less = { $name } एक कम
cart-more = { $name } एक और
cart-remove = { $name } हटाइए
cart-items = आम
cart-fee = डिलीवरी
cart-fee-none = मुफ़्त
cart-fee-later = पते पर निर्भर
cart-total = कुल
cart-minimum = वहाँ के सबसे छोटे ऑर्डर में { $missing } और चाहिए।
cart-free = { $missing } और लीजिए, डिलीवरी मुफ़्त।
cart-checkout = ऑर्डर कीजिए
cart-add-more = और डालिए
cart-empty-title = टोकरी ख़ाली है
cart-empty-text = यहाँ या चैट में चुने हुए आम इसमें रहते हैं।
cart-empty-shelf = आम चुनिए
