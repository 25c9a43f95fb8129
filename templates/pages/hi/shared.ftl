### हर पेज पर काम आने वाले शब्द।

language-name = हिन्दी
language-choose = भाषा
skip-to-content = सीधे मुख्य हिस्से पर जाइए
to-home = पहले पेज पर जाइए
chat-on-whatsapp = WhatsApp पर हमें लिखिए
close = बंद कीजिए
leave-it = रहने दीजिए
filter-odd = “{ $value }” यहाँ मालूम नहीं
filter-remove = { $filter } फ़िल्टर हटाइए
filter-remove-all = सारे फ़िल्टर हटाइए
page-older = पुराने दिखाइए
page-first = सबसे नए पर लौटिए
form-wrong = नीचे जहाँ निशान है, वहाँ देखिए। बाकी सब वैसा ही है जैसा आपने लिखा।
form-optional = ज़रूरी नहीं
chart-as-table = यही तालिका में

## When a page cannot be shown. What happened, what was kept, what to do.

problem-not-found-title = यह पेज नहीं मिला
problem-not-found-text = लिंक पुराना या गलत हो सकता है। आपके ऑर्डर सुरक्षित हैं।
problem-forbidden-title = यह आपके लिए खुला नहीं है
problem-forbidden-text = कुछ नहीं बदला। अगर यह खुलना चाहिए, तो दुकान से पूछिए।
problem-stale-form-title = यह फ़ॉर्म बहुत देर से खुला था
problem-stale-form-text = कुछ नहीं बदला। पीछे जाइए, पेज फिर से खोलिए और एक बार और भेजिए।
problem-refused-title = यह नहीं हो पाया
problem-slow-title = आपका इंटरनेट बहुत धीमा था
problem-slow-text = आपका भेजा हुआ पूरा नहीं पहुँचा, इसलिए कुछ नहीं बदला। कृपया फिर कोशिश कीजिए।
problem-too-large-title = यह एक बार में बहुत ज़्यादा था
problem-too-large-text = कुछ नहीं बदला। कृपया कम शब्द या छोटी तस्वीर भेजिए।
problem-too-many-title = ज़रा धीरे
problem-too-many-text = एक मिनट में इतना नहीं हो पाता, इसलिए आख़िरी वाला नहीं हुआ। एक मिनट रुकिए, फिर कोशिश कीजिए।
problem-unclear-title = यह समझ नहीं आया
problem-unclear-text = कुछ नहीं बदला। पीछे जाइए, पेज फिर से खोलिए और एक बार और कोशिश कीजिए।
problem-broken-title = हमारी तरफ़ कुछ गड़बड़ हो गई
problem-broken-text = आपके ऑर्डर सुरक्षित हैं। कृपया एक मिनट में फिर कोशिश कीजिए।
problem-away-title = हम अभी लौटते हैं
problem-away-text = दुकान की देखभाल चल रही है। आपके ऑर्डर सुरक्षित हैं; कृपया एक मिनट में फिर कोशिश कीजिए।

## Beside a field. What is wrong and what to type.

form-missing = कृपया इसे भरिए।
form-too-long = ज़्यादा से ज़्यादा { $most } अक्षर लिखिए।
form-too-short = कम से कम { $least } अक्षर लिखिए।
form-number = कृपया पूरी संख्या लिखिए।
form-too-small = कम से कम { $least } होना चाहिए।
form-too-large = ज़्यादा से ज़्यादा { $most } हो सकता है।
form-choice = इनमें से एक चुनिए।
form-gone = आपने जो चुना, वह अब इस पेज पर नहीं है। कृपया फिर से चुनिए।
form-code = छह अंक लिखिए।
form-date = कृपया तारीख़ लिखिए, जैसे 2027-05-02।
form-clock = समय लिखिए, जैसे 07:30।
form-day-far = कृपया साल देखिए: तारीख़ { $first } और { $last } के बीच होती है।
form-amount = एक संख्या लिखिए, जैसे 12 या 12.5।
form-rupees = रकम रुपयों में लिखिए, जैसे 1,250।
form-phone = दस अंकों का एक फ़ोन नंबर लिखिए, जैसे 98765 43210।
form-unclear = इसे देखिए: इसमें कुछ है जो पढ़ा नहीं जा सका।
form-unknown-field = इस बीच यह फ़ॉर्म बदल गया है। पेज फिर से खोलिए; कुछ नहीं रखा गया।
