### पूरा ऑर्डर एक पेज पर। Fields 20 characters, choices 30, what sends it 35.

ordering-form-row = एक फ़ॉर्म में ऑर्डर
ordering-form-row-description = आम, पता और समय एक ही पेज पर
ordering-form = सब कुछ एक पेज पर: आम, पता, समय और पेमेंट। 🥭 कुल रकम देखे बिना कुछ ऑर्डर नहीं होता।
ordering-form-button = फ़ॉर्म खोलिए
ordering-form-otherwise = आपका WhatsApp हमारा फ़ॉर्म नहीं खोल सकता, इसलिए एक लाइन में लिखिए, जैसे *2 दर्जन हापुस कल सुबह Palm Grove B-1203*। या *menu* लिखिए।
talk-short-form = ऊपर का फ़ॉर्म भरिए, या *menu* लिखिए।
form-intro = तीन तक पैक, पता और समय चुनिए।
form-pack-field = आम
form-more-field = और आम
form-count-field = कितने
form-pack = { $price }{ $scarce ->
    [yes] { " " }· { $left } बचे
   *[no] { "" }
}
form-home-choice = कहाँ पहुँचाएँ?
form-new-home = दूसरा पता (नीचे)
form-society-field = अपार्टमेंट
form-flat-field = टावर और फ़्लैट
form-flat-help = जैसे { $example }
form-window-field = डिलीवरी का समय
form-pay-choice = पेमेंट कैसे करेंगे?
form-note-field = कुछ कहना है?
form-submit = कुल रकम देखिए
