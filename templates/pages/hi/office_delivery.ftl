### Who brings what.

office-menu-delivery = डिलीवरी
runs-lead = ऑर्डर वाले समय, उनके रूट, और लौटा हुआ कैश।
runs-windows = समय
runs-window = यह समय
runs-runs = रूट
runs-run = रूट
runs-orders = इस समय के ऑर्डर
runs-route = रूट
runs-route-of = { $rider } का रूट और डिब्बे
runs-run-lead = { $stops } में से { $left } स्टॉप बाक़ी
runs-manifest = ले जाने के डिब्बे
runs-none-title = पहुँचाने को कुछ नहीं
runs-none-text = कोई ऑर्डर करेगा तो उसका समय यहाँ दिखेगा।
runs-no-riders = अभी कोई डिलीवरी वाला नहीं है। स्टाफ़ में जोड़िए।
runs-nobody = कोई नहीं
runs-unassigned = { $count ->
    [0] सबके पास डिलीवरी वाला है
    [one] 1 के पास कोई नहीं
   *[other] { $count } के पास कोई नहीं
}
runs-column-window = समय
runs-column-zone = ज़ोन
runs-column-orders = ऑर्डर
runs-column-riders = डिलीवरी वाले
runs-column-run = रूट
runs-column-state = स्थिति
runs-column-done = हुए
runs-column-due = लेने हैं
runs-column-taken = मिले
runs-column-order = ऑर्डर
runs-column-home = घर
runs-column-rider = डिलीवरी वाला
runs-column-stop = स्टॉप
runs-column-name = नाम
runs-run-planned = तय
runs-run-open = रास्ते में
runs-run-ended = पूरा
runs-run-dissolved = रद्द
runs-run-to-count = कैश गिनना है
runs-stop-planned = बाक़ी
runs-stop-delivered = पहुँचा
runs-stop-failed = वापस आया
runs-order-confirmed = पक्का
runs-order-packed = पैक
runs-order-out_for_delivery = रास्ते में
runs-order-delivered = पहुँचा
runs-order-delivery_failed = वापस आया
runs-plan = ऑर्डर बाँटिए
runs-plan-go = बराबर बाँटिए
runs-give-to = चुने हुए इनके नाम
runs-give-go = दीजिए
runs-postpone = यह समय टालिए
runs-postpone-text = यह समय बंद होगा, रूट वापस लिए जाएँगे, और हर ग्राहक से पूछा जाएगा: दूसरा समय या पैसे वापस।
runs-reason = क्यों
runs-postpone-go = टालिए और सबसे पूछिए
runs-count = कैश गिनिए
runs-counted = गिना हुआ
runs-count-hint = उनकी बताई रक़म देखने से पहले गिनिए। फ़र्क़ हिसाब होने तक खुला रहेगा।
runs-count-go = लिखिए
runs-codes = दरवाज़े के कोड
runs-release = { $code } बिना कोड के दीजिए
runs-differences = कैश में फ़र्क़
runs-differences-text = माइनस: डिलीवरी वाले ने कम दिया। हिसाब होने तक उसके खाते में रहेगा।
runs-left = बाक़ी:
runs-settled = बाद में दिया, या उसे लौटाया
runs-borne = दुकान ने उठाया, या रखा
runs-work-off = लिखिए
told-delivery-planned = बाँट दिया। डिलीवरी वालों को 2 घंटे पहले ख़बर मिलेगी।
told-delivery-assigned = हो गया।
told-delivery-postponed = समय बंद हुआ, और सबसे पूछ लिया।
told-delivery-counted = गिन लिया: सही है।
told-delivery-differs = गिन लिया। जो लिया गया उससे फ़र्क़ है; नीचे देखिए।
told-delivery-released = अब बिना कोड के दिया जा सकता है।
told-delivery-settled = लिख लिया।
refused-rider-missing = डिलीवरी वाला चुनिए।
refused-rider-unknown = यह हमारे डिलीवरी वाले नहीं हैं। कुछ नहीं बदला।
refused-rider-over-cash-limit = { $name } के पास { $held } हैं, सीमा { $limit } है: पहले वह कैश गिनिए। कुछ नहीं बदला।
refused-order-not-assignable = ऑर्डर { $order_code } रास्ते में है या पूरा हो चुका है, इसलिए किसी को नहीं दिया।
refused-order-not-assigned = ऑर्डर { $order_code } किसी के पास नहीं है।
refused-order-waits-in-run = ऑर्डर { $order_code } { $rider } के रूट में है: रूट शुरू होने पर निकलेगा। कुछ नहीं बदला।
refused-stop-done = ऑर्डर { $order_code } हो चुका है। कुछ नहीं बदला।
refused-amount-unclear = रक़म रुपये में दीजिए।
refused-nothing-to-count = यह कैश अभी दिया नहीं गया, या गिना जा चुका है।
refused-discrepancy-too-much = इस फ़र्क़ में से सिर्फ़ { $left } बाक़ी है।
refused-discrepancy-unknown = ऐसा कोई फ़र्क़ नहीं है।

# What the shop declines about runs and stops.
refused-code-missing = ऑर्डर { $order_code } के लिए ग्राहक के 4 अंक चाहिए।
refused-code-tries-over = ऑर्डर { $order_code } में कई बार ग़लत कोड आया। अब सिर्फ़ मालिक छोड़ सकती हैं: उन्हें फ़ोन कीजिए।
refused-instruction-missing = लिखिए कि कौन लेगा।
refused-instruction-too-long = इसमें { $length } अक्षर हैं और जगह { $longest } की है, इसलिए कुछ नहीं रखा। छोटा करके भेजिए।
refused-link-too-often = ऑर्डर { $order_code } के ग्राहक को कई बार लिंक भेज चुके हैं। कैश लीजिए, या मालिक को फ़ोन कीजिए।
refused-nothing-to-undo = वापस लेने को कुछ नहीं है।
refused-order-not-resumable = ऑर्डर { $order_code } का फ़ैसला हो चुका है, इसलिए वैसा ही रहेगा।
refused-rider-is-gone = डिलीवरी वाला अब ऑर्डर { $order_code } के साथ बाहर नहीं है। दूसरा समय चुनिए।
refused-run-empty = इस रूट में पहुँचाने को कुछ नहीं बचा।
refused-run-has-stops = { $count ->
    [one] 1 स्टॉप बाक़ी है।
   *[other] { $count } स्टॉप बाक़ी हैं।
}
refused-run-not-open = यह रूट अभी चालू नहीं है, इसलिए कुछ नहीं लिखा।
refused-run-not-packed = अभी पैक नहीं हुए: { $codes }। इन्हें पैक कराइए या रूट से हटवाइए, फिर शुरू कीजिए।
refused-run-not-yours = यह रूट किसी और का है, इसलिए कुछ नहीं लिखा।
refused-run-open-already = आप दूसरे रूट पर हैं। पहले उसे पूरा कीजिए।
refused-run-over = यह रूट पूरा हो चुका है।
refused-run-too-early = इस रूट के लिए अभी बहुत जल्दी है: इसका समय छह घंटे से ज़्यादा दूर है।
refused-run-unknown = ऐसा कोई रूट नहीं है।
refused-stop-unknown = यह स्टॉप आपके रूट में नहीं है।
refused-undo-too-late = ऑर्डर { $order_code } दस मिनट से पहले का है: मालिक को फ़ोन कीजिए।
