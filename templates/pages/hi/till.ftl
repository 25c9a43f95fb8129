### The till without a connection.

till-discard = हटाइए
till-all-sales = इस शिफ़्ट की सारी बिक्री
till-held = अभी नहीं: { $count } भेजने बाक़ी। जब तक ऊपर “सब भेज दिया” न दिखे, नेट के पास रहिए।
till-basket = एक बिक्री के पैसे बाक़ी हैं। पूरा कीजिए या हटाइए।
till-look-title = देखना ज़रूरी
till-look-text = ये जैसे के तैसे नहीं लिए गए। दफ़्तर देखेगा; कुछ खोया नहीं।
