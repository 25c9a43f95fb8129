### The founder's chat.

founder-help = Alerts aur customers ki baatein yahan aati hain. Jawab dene ke liye *usi message par reply kijiye* (swipe karke): aapki baat customer tak jaayegi, aur aapke chat lautane tak bot wahan chup rahega.

    { "*" }waiting* – kaun intezaar kar raha hai
founder-waiting-button = Kaun intezaar mein
founder-waiting-list-button = Intezaar mein
founder-waiting = { $count ->
    [one] Ek customer aapka intezaar kar raha hai.
   *[other] { $count } customers aapka intezaar kar rahe hain.
}
founder-waiting-line = { $phone } · jawab diya, bot { $until } lautega
founder-nobody-waits = Abhi koi intezaar nahi kar raha.
founder-customer = *{ $name }* intezaar mein hain. Jawab dene ke liye isi message par reply kijiye.
founder-hand-back-button = Bot ko lautaiye
founder-sent = *{ $name }* ko bhej diya.
founder-handed-back = *{ $name }* ab phir bot ke saath hain.
founder-not-waiting = *{ $name }* ab intezaar mein nahi the.
founder-only-text = Abhi main sirf likha hua aage bhej sakta hoon. Likh dijiye.
founder-other-staff = Namaste { $name }! Is chat mein aapke liye koi kaam nahi hai.
founder-whom = { $count ->
    [one] “{ $words }” kisi ke jawab mein nahi tha, isliye abhi kisi ko nahi gaya. Ek customer intezaar mein hai: unhe bhejein?
   *[other] “{ $words }” kisi ke jawab mein nahi tha, isliye abhi kisi ko nahi gaya. Kise bhejein?
}
founder-send-to-button = { $name } ko bhejiye
founder-draft-gone = Wo baat ab yahan nahi hai, isliye kuch nahi bheja. Phir se likhiye.
founder-not-yet = “{ $words }” abhi yahan nahi chalta: aaj ka hisaab, stock, rate aur delivery ke time is chat mein baad mein aayenge.
founder-waiting-since = { $phone } · { $since } se intezaar mein
