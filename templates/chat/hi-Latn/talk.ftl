### Talking: what we did not understand, cannot read, or pass on to a person.

talk-not-understood = Maaf kijiye, ye samajh nahi aaya.
talk-not-understood-again = Maaf kijiye, ab bhi samajh nahi aaya. *Humse baat kijiye* dabaiye, dukaan se koi jawab dega.
talk-old-menu = Wo menu purana hai. Abhi ka ye raha:
talk-too-late = Maaf kijiye, aapka message kai ghante der se pahuncha, isliye humne us par kuch nahi kiya.
talk-message-failed = Maaf kijiye, hamari taraf se kuch gadbad hui. Hum dekh rahe hain. Ek baar phir bhejiye, ya *baat karni hai* likhiye.
talk-parked = Malik tak baat pahuncha di hai, jawab yahin aayega. Baat kya hai, likh dijiye.

    Is beech order karna ho to *menu* likhiye. { $hours } ghante baad main apne aap laut aaunga.
talk-from-founder = { "*" }{ $name }:* { $words }
talk-voice-passed-on = Main voice note sun nahi sakta, isliye dukaan par bhej diya hai. Jawab yahin aayega. Jaldi ho to likh dijiye.
talk-photo-passed-on = Photo ke liye shukriya. Dukaan par bhej di hai, jawab yahin aayega.
talk-file-passed-on = Shukriya, aapki file dukaan par bhej di hai. Jawab yahin aayega.
talk-sticker = 😊 Bahut badhiya!
talk-native-cart = Is tarah ki cart main padh nahi sakta. Yahan se chuniye.
talk-cannot-read = Main likha hua, button aur location samajhta hoon, ye nahi.
talk-welcome = { $kind ->
    [thanks] Aapka swagat hai! 🥭 Kabhi bhi *menu* likhiye.
    [bye] Phir milenge! 🥭 Kabhi bhi *menu* likhiye.
   *[fine] 👍 Kabhi bhi *menu* likhiye.
}
talk-with-pleasure = Aapka swagat hai! 🥭
talk-of-others = Main sirf usi ko bata sakta hoon jiske number se order hua hai. Aapke dost apne number se likh sakte hain. 🙏
talk-no-hurry = Koi jaldi nahi! 🥭 Jab tay ho jaye, likh dijiye.
talk-understood-in-part = { $whole ->
    [yes] “{ $words }” samajh aaya, par yahan ye jawab nahi banta. Isliye abhi kuch nahi kiya.
   *[no] “{ $words }” samajh aaya, baaki nahi. Isliye abhi kuch nahi kiya.
}
talk-going-quiet = Ye mujhe samajh nahi aa raha, isliye ab andaza nahi lagaunga. Malik ko bata diya hai. Button chalte rahenge, *menu* likhne par aam dikhenge, aur *baat karni hai* likhne par dukaan se koi jawab dega.
talk-still-waiting = Aapki baat dukaan tak pahunchi hui hai, jawab yahin aayega.
talk-complaint = { $ordered ->
    [yes] Maaf kijiye! Malik tak baat pahuncha di hai, aapke pichhle order *{ $code }* ke saath. Jawab yahin aayega.{ $photo ->
        [yes] {" "}Photo ho to bhej dijiye.
       *[no] { "" }
    }
   *[no] Maaf kijiye! Malik tak baat pahuncha di hai. Jawab yahin aayega. Kis order ki baat hai, likh dijiye; photo ho to bhej dijiye.
}

    Is beech order karna ho to *menu* likhiye. { $hours } ghante baad main apne aap laut aaunga.
talk-bulk = Dhanyavaad! Itne aamon ke liye dukaan se koi aapko khud yahin jawab dega.{ $summed ->
    [yes] { "\u000A" }{ "\u000A" }Aaj ke daam se, delivery ke bina:{ "\u000A" }{ $lines }{ "\u000A" }{ "*" }Kul { $total }*{ "\u000A" }Aaj itne hain:{ "\u000A" }{ $left }
   *[no] {" "}Kaun se aam, kitne aur kab ke liye chahiye, ye likh dijiye.
}

    Is beech order karne ke liye *menu* likhiye. { $hours } ghante baad main apne aap wapas aa jaunga.
talk-too-many-files = Ek saath bahut saare aa gaye. Pehle wale dukaan par bhej diye hain aur bata diya hai ki aur bhi hain. Jawab yahin aayega.
talk-edited = { $known ->
    [yes] Aapne “{ $before }” ko badal kar “{ $after }” kiya. Pehla message hum padh chuke the, aur badalne se apne aap kuch nahi badalta. Abhi jo hai wo neeche hai; badalna ho to naya message likhiye.
   *[no] Aapne pehle ka message badla. Use hum padh chuke the, aur badalne se apne aap kuch nahi badalta. Abhi jo hai wo neeche hai; badalna ho to naya message likhiye.
}
talk-choose-list-button = Chuniye

# The question of each step in a few words, for who was not understood twice.
talk-short-menu = Kaun se aam chahiye?
talk-short-variety = Kitne, aur kis pack mein?
talk-short-pack = Kis pack mein?
talk-short-cart = Delivery ke liye aage badhein?
talk-short-lines = Kya badalna hai?
talk-short-quantity = Kitne chahiye?
talk-short-where = Aap kis society mein rehte hain?
talk-short-flat = Tower aur flat bataiye, jaise B-1203
talk-short-tower = Kaun sa tower?
talk-short-checking = Kya ye pata sahi hai?
talk-short-phone = Delivery wala kis number par phone kare?
talk-short-when = Kab pahunchayein?
talk-short-summary = Abhi kuch order nahi hua hai. Online ya cash?
talk-short-changes = Kya badalna hai?
talk-short-note = Delivery wale ko kya batana hai?
talk-short-paying = Aapke aam rakhe hue hain. Payment yahan kijiye:
talk-short-again = Pichhli baar jaisa hi?
talk-short-asking = Inme se kaun sa?
talk-short-unsure = Kya main sahi samjha?
talk-short-orders = Kaun sa order?
talk-short-order = Is order ka kya karna hai?
talk-short-which = Kaun sa order badalna hai?
talk-short-changing = Kya badalna hai?
talk-short-window = Kab pahunchayein?
talk-short-fruit = Kaun se aam, kam ya zyada?
talk-short-count = Kitne chahiye?
talk-short-remark = Delivery wale ko kya batana hai?
talk-short-proposal = Abhi kuch nahi badla hai. Ye order badlein?
talk-short-cancelling = Abhi kuch cancel nahi hua hai. Ye order cancel karein?
talk-short-cancelled = Order cancel ho gaya hai. Aage kya?
talk-short-help = Bataiye, kya madad karein?
talk-short-language = English, हिन्दी ya Hinglish?
talk-short-offers = Aam dekhne ke liye *menu* likhiye.
talk-short-talking = Aam dekhne ke liye *menu* likhiye.
talk-short-thanked = Aam dekhne ke liye *menu* likhiye.
talk-short-anew = Phir kab laayein? List se time chuniye.
talk-short-keeper = Kaun lega? Likhiye ya dabaiye.
talk-if-bulk = Kya ye office, party ya dukaan ke liye hai? Aise order ka bhav Jamango ki maalkin khud batati hain. Ghar ke liye yahin order kar sakte hain.
talk-bulk-yes-button = Haan, unse poochhiye
talk-bulk-no-button = Nahi, yahin lenge
talk-short-erasing = Data mita dein? Ek button dabaiye.
talk-short-erased = Aam dekhne ke liye *menu* likhiye.
talk-short-bulk = Office ya party ke liye? Ek button dabaiye.
