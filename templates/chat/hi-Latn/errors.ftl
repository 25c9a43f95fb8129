### What the shop declines, by the code of the refusal.

errors-other = Maaf kijiye, ye nahi ho paaya.

## Fruit and cart

errors-cart-empty = Aapki cart khaali hai.
errors-not-for-sale = Maaf kijiye, wo ab nahi mil raha.
errors-quantity-unclear = Poori sankhya likhiye, 1 ya zyada.
errors-too-many = Ek baar mein ek pack ke { $largest } tak hi la sakte hain. Zyada chahiye to *baat karni hai* likhiye.
errors-sold-out = { $left ->
    [0] Maaf kijiye, { $names } abhi-abhi khatam ho gaye.
   *[other] Maaf kijiye, { $names } ke sirf { $left } bache hain.
}
errors-below-minimum = Wahan kam se kam { $minimum } ka order lete hain, { $missing } ke aam aur jodiye.

## Address and time

errors-address-missing = Pehle pata bataiye.
errors-address-unknown = Wo pata nahi mila.
errors-apartment-unknown = Wahan abhi delivery nahi ho rahi.
errors-home-unclear = Isme pata samajh nahi aaya, isliye kuch nahi likha.
errors-home-too-long = Is pate mein { $length } akshar hain aur pate mein { $longest } aate hain, isliye kuch nahi likha. Chhota karke bhejiye; delivery wale ko aur jo batana ho, wo message mein likh sakte hain.
errors-tower-missing = Tower kaun sa hai: { $towers }?
errors-tower-unknown = Wahan { $tower } tower nahi hai. Wahan ke tower ye hain: { $towers }.
errors-flat-missing = Flat ka number bhi likhiye, jaisa darwaze par likha hai.
errors-note-too-long = Is message mein { $length } akshar hain aur message mein { $longest } aate hain, isliye kuch nahi likha. Chhota karke bhejiye.
errors-phone-missing = Delivery ke liye pehle ek phone number bataiye.
errors-slot-missing = Delivery ka time chuniye.
errors-slot-full = Maaf kijiye, wo time abhi-abhi bhar gaya. Ye ab bhi khaali hain.
errors-slot-closed = Maaf kijiye, wo time band hai. Ye khule hain.
errors-slot-past = Maaf kijiye, us time ke liye der ho gayi. Ye ab bhi khule hain.
errors-slot-unknown = Wo time ab nahi hai. Ye khule hain.

## Paying

errors-unpaid-order-open = Order *{ $order_code }* ka payment abhi baaki hai. Payment kijiye, ya badalne ke liye *cancel* likhiye.
errors-unpaid-too-often = Pichhle orders ka payment nahi hua tha, isliye ye wala online dijiye.
errors-cod-cap = Delivery par cash kul { $cap } tak hi ho sakta hai{ $has_open ->
    [yes] , aur aapke doosre orders ke { $open } abhi dene hain
   *[no] { "" }
}. Ye wala online dijiye.
errors-money-is-here = Order *{ $order_code }* ka aapka payment hamare paas hai, aur hamari dukaan se koi ise dekh raha hai. Dobara paise mat dijiye; wapas chahiye to *cancel* likhiye.
errors-hold-ended = Order *{ $order_code }* ka time nikal gaya. Phir se order kijiye, hum dobara rakh denge.
errors-order-not-payable = Order *{ $order_code }* ka ab koi payment baaki nahi hai.
errors-amount-too-small = Itni chhoti rakam online nahi di ja sakti. Delivery par cash chuniye.

## Orders

errors-order-unknown = Wo order nahi mila.
errors-order-packed = Order *{ $order_code }* pack ho chuka hai, isliye yahan se cancel nahi ho sakta. *baat karni hai* likhiye, dukaan se koi madad karega.
errors-order-ended = Order *{ $order_code }* pehle hi khatam ho chuka hai, cancel karne ko kuch nahi hai.
errors-order-not-changeable = Order *{ $order_code }* pack ho chuka hai ya poora ho gaya hai, isliye yahan nahi badal sakta. *talk to us* likhiye: koi aapki madad karega.
errors-order-would-be-empty = Order *{ $order_code }* mein kuch nahi bachega. Kuch nahi chahiye to *cancel* likhiye.
errors-change-over-cap = Darwaze par { $cap } tak hi cash ho sakta hai{ $has_open ->
    [yes] , aur aapke doosre orders ke { $open } abhi dene hain
   *[no] { "" }
}, isliye kuch nahi badla. { $has_due ->
    [yes] Pehle order *{ $order_code }* ka payment online kijiye (*pay*), phir aur jodiye.
   *[no] Jo aur chahiye, uska alag order karke online payment kijiye.
}
errors-change-stale = Order *{ $order_code }* ya uska daam is beech badal gaya, isliye kuch nahi kiya. Ab aisa hoga.
errors-change-too-often = Order *{ $order_code }* ka payment link kai baar badal chuka hai, isliye kuch nahi badla. Payment kijiye, ya *cancel* likhkar naya order kijiye.

## For the office

errors-phone-taken = Wo phone number pehle se kisi aur ka hai.
errors-not-allowed = Yeh aapke kaam mein shaamil nahi hai, isliye kuch nahi badla. Malik se poochiye.
errors-only-founder = Kisi na kisi ko alerts milne chahiye: pehle doosra founder jodiye.
errors-name-missing = Naam likhiye.
errors-customer-unknown = Aisa koi customer nahi hai.
errors-inventory-unknown = Aisa koi stock nahi hai.
errors-stock-held = { $held } order { $orders } ke liye rakhe hain, stock isse kam nahi ho sakta. Kuch nahi badla.
errors-slot-overbooked = Us time mein { $booked } order pehle se hain, capacity usse kam nahi ho sakti.
errors-order-not-packable = Order *{ $order_code }* pack nahi ho sakta: wo pakka nahi hai, ya pack ho chuka hai.
errors-order-not-packed = Order *{ $order_code }* pack nahi hai, ya nikal chuka hai.
errors-order-not-on-its-way = Order *{ $order_code }* raste mein nahi hai, isliye na deliver ho sakta hai na wapas.
errors-order-not-failed = Order *{ $order_code }* wapas nahi aaya hai, isliye dobara nahi bheja ja sakta.
errors-not-your-run = Order *{ $order_code }* aapke khule run mein nahi hai.
errors-cash-not-exact = Order *{ $order_code }* ke { $due } lene hain aur { $collected } bataye gaye. Kuch note nahi hua: poori sahi rakam bataiye.
errors-payment-not-parked = Wo payment ab ruka hua nahi hai.
errors-payment-not-acceptable = Wo payment kisi order mein nahi lag sakta, sirf wapas bheja ja sakta hai.
errors-order-not-fillable = Order *{ $order_code }* ke aam ya delivery ka time ab nahi hai, isliye uska payment sirf wapas bheja ja sakta hai.
errors-refund-nothing = Lautane ko kuch nahi bacha.
errors-refund-zero = Kuch wapas nahi jata: shunya se zyada rakam likhiye.
errors-refund-too-much = Zyada se zyada { $left } lautaye ja sakte hain.
errors-refund-not-failed = Wo refund fail nahi hua hai.
errors-picture-too-large = Wo photo { $megabytes } MB se badi hai, isliye kuch nahi rakha gaya. Chhoti photo chuniye.
errors-picture-too-many-pixels = Wo photo { $megapixels } megapixel se badi hai, isliye kuch nahi rakha gaya. Chhoti photo chuniye.
errors-picture-unreadable = Wo photo khul nahi payi, isliye kuch nahi rakha gaya. Doosri photo chuniye.

## Answers of our own, and words that are taught

errors-answer-key-unclear = “{ $key }” jawab ki chaabi nahi ho sakti, isliye kuch nahi rakha gaya. Chaabi chhote akshron ka ek shabd hai, jaise *organic*.
errors-answer-empty = Kuch likha nahi hai, isliye kuch nahi badla.
errors-answer-too-long = Ismein { $length } akshar hain aur jawab mein { $longest } tak aate hain, isliye kuch nahi badla. Kripya chhota likhiye.
errors-answer-unknown = “{ $key }” naam ka koi jawab nahi hai, isliye kuch nahi badla. Pehle use likhiye.
errors-language-unknown = Ye hamari bhashaon mein nahi hai, isliye kuch nahi badla. Hamare paas ye hain: { $languages }.
errors-variety-unknown = “{ $slug }” naam ki koi kism nahi hai, isliye kuch nahi badla. Kismein: { $slugs }.
errors-words-known = “{ $words }” ka matlab pehle se hai ({ $meaning }), isliye kuch nahi badla. Sirf wo shabd bataiye jo samjhe nahi jaate.
errors-words-taken = { $by ->
    [variety] “{ $words }” pehle se ek kism ka naam hai, isliye kuch nahi badla.
    [apartment] “{ $words }” ek society ka naam hai, isliye kuch nahi badla.
   *[other] “{ $words }” se pehle se jawab “{ $by }” milta hai, isliye kuch nahi badla.
}
errors-words-unclear = “{ $words }” sikhaya nahi ja sakta, isliye kuch nahi badla. Thode shabd bataiye, bina ankon ke.
errors-words-not-taught = “{ $words }” sikhaya nahi gaya tha, isliye kuch nahi badla.

## Goods, windows and homes

errors-zone-unknown = Aisa koi zone nahi hai.
errors-zone-name-taken = { $name } naam ka zone pehle se hai, isliye kuch nahi badla.
errors-caps-out-of-order = Naye customers ki cash seema sabki seema se upar nahi ho sakti, isliye kuch nahi badla.
errors-sum-below-zero = Rakam shunya se kam nahi ho sakti, isliye kuch nahi badla.
errors-apartment-name-taken = { $name } naam ka apartment pehle se hai, isliye kuch nahi badla.
errors-pincode-unclear = PIN code chhah ankon ka hota hai aur 0 se shuru nahi hota, isliye kuch nahi badla.
errors-point-unclear = Nakshe par aisi koi jagah nahi, isliye kuch nahi badla.
errors-too-many-names = { $most } se zyada naam ya tower bahut hain, isliye kuch nahi badla.
errors-product-unknown = Aisi koi kism nahi hai.
errors-pack-unknown = Aisa koi pack nahi hai.
errors-picture-unknown = Wo tasveer ab nahi hai. Phir se chuniye.
errors-season-out-of-order = Mausam shuru hone se pehle khatam hota hai, isliye kuch nahi badla.
errors-ripeness-out-of-order = Pakne ka aakhri din pehle din se pehle nahi ho sakta, isliye kuch nahi badla.
errors-story-too-long = Kahani mein { $length } akshar hain, { $longest } tak chalte hain, isliye kuch nahi badla.
errors-pack-size-unclear = Ek pack mein 1 se { $largest } nag ya gram hote hain, isliye kuch nahi badla.
errors-pack-size-unlike = “{ $label }” mein likhi matra alag hai, isliye kuch nahi juda.
errors-price-unclear = Daam shunya se upar aur { $highest } tak hota hai, isliye kuch nahi badla.
errors-lot-too-small = Us khep mein sirf { $left } bache hain, isliye kuch nahi badla.
errors-lot-days-unclear = Phal todne se pehle paka nahi ho sakta, isliye kuch nahi badla.
errors-weekday-missing = Hafte ka kam se kam ek din chuniye.
errors-window-unclear = Samay usi din shuru hokar baad mein khatam ho, aur 0 se 10,000 order lein; isliye kuch nahi badla.
errors-pattern-taken = Us zone mein us din us samay pehle se delivery hai, isliye kuch nahi joda.
errors-pattern-unknown = Hafte ka wo samay pehle hi hat chuka hai.
errors-window-taken = Us zone mein us samay pehle se delivery hai. Kuch nahi joda.
errors-no-other-window = Order *{ $order_code }* ke liye uske zone mein kisi aur samay jagah nahi hai.
errors-refund-stale = Order *{ $order_code }* ke paise is beech badal gaye: { $left } bache hain. Kuch nahi lautaya; phir se dekhiye.
errors-undo-over = Ye ab wapas nahi ho sakta: pehle hi ho chuka hai, ya 10 minute beet gaye. Kuch nahi badla.

## Deliveries

errors-order-not-resumable = Order *{ $order_code }* ka faisla ho chuka hai, isliye waisa hi rahega.
errors-link-too-often = Order *{ $order_code }* ke grahak ko kai baar link bhej chuke hain. Cash lijiye, ya malik ko phone kijiye.
errors-run-not-yours = Yeh route kisi aur ka hai, isliye kuch nahi likha.
errors-run-unknown = Aisa koi route nahi hai.
errors-stop-unknown = Yeh stop aapke route mein nahi hai.
errors-run-not-open = Yeh route abhi chaalu nahi hai, isliye kuch nahi likha.
errors-run-over = Yeh route poora ho chuka hai.
errors-run-empty = Is route mein pahunchane ko kuch nahi bacha.
errors-run-too-early = Is route ke liye abhi bahut jaldi hai: iska time chhah ghante se zyada door hai.
errors-run-open-already = Aap doosre route par hain. Pehle use poora kijiye.
errors-run-not-packed = Abhi pack nahi hue: { $codes }. Inhein pack karaiye ya route se hatwaiye, phir shuru kijiye.
errors-run-has-stops = { $count ->
    [one] 1 stop baaki hai.
   *[other] { $count } stop baaki hain.
} *agla* bhejiye.
errors-stop-done = Order *{ $order_code }* ho chuka hai, ya ab doosre ke paas hai. Kuch nahi badla.
errors-order-not-assignable = Order *{ $order_code }* kisi ko nahi diya ja sakta: raaste mein hai, ya poora ho chuka hai.
errors-order-not-assigned = Order *{ $order_code }* kisi ke route mein nahi hai.
errors-order-waits-in-run = Order *{ $order_code }* { $rider } ke route mein hai: route shuru hone par niklega.
errors-rider-unknown = Yeh hamare delivery wale nahi hain.
errors-rider-missing = Delivery wale ka naam dijiye.
errors-rider-over-cash-limit = { $name } ke paas { $held } hain, seema { $limit } hai: pehle cash giniye, phir route dijiye.
errors-code-missing = Order *{ $order_code }* ke liye grahak ke 4 ank chahiye.
errors-code-tries-over = Order *{ $order_code }* mein kai baar galat code aaya. Ab sirf malik chhod sakti hain: unhein phone kijiye.
errors-nothing-to-undo = Wapas lene ko kuch nahi hai.
errors-undo-too-late = Order *{ $order_code }* dus minute se pehle ka hai: malik ko phone kijiye.
errors-rider-is-gone = Delivery wala ab order *{ $order_code }* ke saath bahar nahi hai. Doosra time chuniye.
errors-instruction-missing = Likhiye ki kaun lega.
errors-instruction-too-long = Ismein { $length } akshar hain aur jagah { $longest } ki hai, isliye kuch nahi rakha. Chhota karke bhejiye.
errors-amount-unclear = Rakam rupaye mein dijiye.
errors-nothing-to-count = Is route ka koi cash ginne ko nahi hai: abhi diya nahi gaya, ya gina ja chuka hai.
errors-discrepancy-unknown = Aisa koi fark nahi hai.
errors-discrepancy-too-much = Is fark mein se sirf { $left } baaki hai.
