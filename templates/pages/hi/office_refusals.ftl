### What the shop declines to its own staff: orders, their money, lists.

refused-order-not-unpackable = ऑर्डर { $order_code } खोला नहीं जा सकता: वह पैक नहीं है, निकल चुका है, या उसके आम किस खेप के थे, यह लिखा नहीं है।
refused-refund-stale = ऑर्डर { $order_code } के पैसे इस बीच बदल गए: अब { $left } लौट सकते हैं। कुछ नहीं हुआ; कृपया एक बार फिर देखिए।
refused-reason-missing = कृपया थोड़े शब्दों में वजह लिखिए।
refused-bulk-empty = कोई ऑर्डर नहीं चुना, इसलिए कुछ नहीं हुआ। कुछ चुनिए, या सूची के सारे लीजिए।
refused-bulk-too-many = एक बार में { $most } ऑर्डर तक ही हो सकते हैं, इसलिए कुछ नहीं हुआ। सूची थोड़ी छोटी कीजिए।
refused-bulk-unknown = ऑर्डरों का ऐसा कोई काम नहीं मिला।
refused-too-late-to-undo = दस मिनट से ज़्यादा हो गए, या यह वापस नहीं हो सकता। कुछ नहीं बदला।
refused-view-too-long = नाम में { $longest } अक्षर तक आते हैं। कुछ नहीं रखा; कृपया छोटा कीजिए।
refused-too-many-views = आपके पास { $most } सूचियाँ पहले से रखी हैं। पहले एक हटाइए।
refused-phone-of-staff = यह नंबर यहाँ काम करने वाले का है। कृपया ग्राहक का अपना नंबर लिखिए।
refused-apartment-missing = कृपया अपार्टमेंट भी चुनिए: तभी पता चलता है कि डिलीवरी कहाँ है।
refused-home-missing = कोई घर नहीं चुना गया, इसलिए कुछ नहीं बदला। उनका कोई घर चुनिए, या सोसाइटी, टावर और फ़्लैट लिखिए।
refused-line-missing = कृपया टावर और फ़्लैट भी लिखिए।
refused-slot-elsewhere = वह समय दूसरे ज़ोन का है। कृपया { $zone } का समय चुनिए।
