### Talking: what we did not understand, cannot read, or pass on to a person.

talk-not-understood = Maaf kijiye, ye samajh nahi aaya.
talk-not-understood-again = Maaf kijiye, ab bhi samajh nahi aaya. *Humse baat kijiye* dabaiye, dukaan se koi jawab dega.
talk-old-menu = Wo menu purana hai. Abhi ka ye raha:
talk-too-late = Maaf kijiye, aapka message kai ghante der se pahuncha, isliye humne us par kuch nahi kiya.
talk-message-failed = Maaf kijiye, hamari taraf se kuch gadbad hui. Hum dekh rahe hain. Ek baar phir bhejiye, ya *baat karni hai* likhiye.
talk-parked = Malik tak baat pahuncha di hai, jawab yahin aayega. Baat kya hai, likh dijiye.

    Is beech order karna ho to *menu* likhiye. { $hours } ghante baad main apne aap laut aaunga.
talk-from-founder = { "*" }{ $name }:* { $words }
talk-voice-passed-on = Main voice note sun nahi sakta, isliye dukaan mein kisi ko bata diya hai. Jaldi ho to likh dijiye.
talk-photo-passed-on = Photo ke liye shukriya. Humne bata diya hai, jawab yahin aayega.
talk-file-passed-on = Shukriya, aapki file ke baare mein bata diya hai.
talk-sticker = 😊 Bahut badhiya!
talk-native-cart = Is tarah ki cart main padh nahi sakta. Yahan se chuniye.
talk-cannot-read = Main likha hua, button aur location samajhta hoon, ye nahi.
talk-welcome = { $kind ->
    [thanks] Aapka swagat hai! 🥭 Kabhi bhi *menu* likhiye.
    [bye] Phir milenge! 🥭 Kabhi bhi *menu* likhiye.
   *[fine] 👍 Kabhi bhi *menu* likhiye.
}
talk-with-pleasure = Aapka swagat hai! 🥭
