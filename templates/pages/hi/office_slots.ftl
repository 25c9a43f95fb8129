### डिलीवरी के समय।

slot-lead = { $first } से { $last } तक। ऑर्डर देखने, बंद करने या बारिश में हटाने के लिए समय पर दबाइए।
slot-none = इन दिनों कोई समय नहीं। पहले हफ़्ता बनाइए: फिर समय अपने आप आते हैं।
slot-window = समय
slot-zone = ज़ोन
slot-filled = ऑर्डर
slot-due = लेने हैं
slot-weekday = दिन
slot-weekdays = दिन
slot-day = दिन
slot-starts = से
slot-ends = तक
slot-capacity = कितने ऑर्डर
slot-cutoff = ऑर्डर बंद, कितने मिनट पहले
slot-cutoff-hint = 60 यानी समय से एक घंटा पहले।
slot-minutes = { $minutes } मिनट
slot-go = सहेजिए
slot-closed = बंद
slot-full = भरा
slot-open = खुला
slot-new-title = एक समय जोड़िए
slot-earlier = पहले
slot-later = बाद में
slot-back = कैलेंडर पर
slot-open-again = फिर खोलिए
slot-orders = ऑर्डर
slot-order = कोड
slot-no-orders = इसके लिए किसी ने ऑर्डर नहीं किया।
slot-facts = { $state }: { $capacity } में से { $booked } जगह भरी।{ $has_reason ->
    [yes] { " " }बंद होने की वजह: { $reason }।
   *[no] { $reason }
}
weekly-title = हफ़्ता
weekly-lead = ये समय हर हफ़्ते लौटते हैं। 14 दिन हमेशा ऑर्डर के लिए खुले हैं।
weekly-none = अभी कोई समय नहीं लौटता। एक जोड़िए, कई दिनों के लिए एक साथ।
weekly-new-title = हर हफ़्ते का समय जोड़िए
weekly-change = आगे के समय भी बदलेंगे; ऑर्डर से कम जगह किसी में नहीं होगी।
weekly-end = ख़त्म कीजिए
weekly-end-text = यह समय अब नहीं आएगा। आगे के बिना ऑर्डर वाले बंद होंगे; ऑर्डर वाले रहेंगे।
told-windows-made = समय बन गए।
told-windows-made-no-home = समय बन गए। अब ज़ोन का पहला अपार्टमेंट।
weekday-0 = सोमवार
weekday-1 = मंगलवार
weekday-2 = बुधवार
weekday-3 = गुरुवार
weekday-4 = शुक्रवार
weekday-5 = शनिवार
weekday-6 = रविवार
size-title = जगह और ऑर्डर का अंत
size-lead = { $orders ->
    [0] इसके लिए किसी ने ऑर्डर नहीं किया।
   *[other] इसमें ऑर्डर: { $orders }।
}
size-capacity = कितने ऑर्डर
size-cutoff = ऑर्डर बंद, कितने मिनट पहले
size-go = सहेजिए
close-title = बंद कीजिए
close-lead = { $orders ->
    [0] अब और ऑर्डर नहीं लिए जाएँगे।
   *[other] अब और ऑर्डर नहीं; { $orders } रहेंगे। उन्हें हटाने या पैसे लौटाने के लिए समय ख़ाली कीजिए।
}
close-reason = क्यों
close-reason-hint = आपके लिए: ग्राहक को नहीं दिखता।
close-go = बंद कीजिए
clear-title = सबको हटाइए या पैसे लौटाइए
clear-lead = { $orders ->
   *[other] { $orders } ऑर्डर। सबको तुरंत बताया जाएगा कि क्यों, और अब क्या।
}
clear-remedy = ऑर्डर का क्या हो
clear-remedy-move = दूसरा समय
clear-remedy-refund = रद्द, और पैसे वापस
clear-to = किस समय पर
clear-to-next = अगला जिसमें जगह हो
clear-cause = वजह, जो ग्राहक को बताई जाएगी
clear-cause-rain = तेज़ बारिश
clear-cause-rider = डिलीवरी वाला नहीं
clear-cause-fruit = फल देर से आएँगे
clear-cause-road = बंद रास्ते
clear-cause-other = एक ज़रूरी काम
clear-go = बंद करके यही कीजिए
clear-done = { $done } हुए, { $refused } नहीं{ $left ->
    [0] ।
   *[other] , { $left } बाक़ी हैं: फिर कीजिए।
}
