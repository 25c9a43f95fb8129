### What is not said to us in this chat, or does not reach us: groups, calls, messages that WhatsApp keeps back.

talk-group = Maine group mein aapka message dekha. Main sirf usi par kaam karta hoon jo mujhe alag se likha jaaye, isliye na kuch order hua, na badla. Yahin likh dijiye.
talk-call = Maaf kijiye, is number par koi call nahi utha sakta. Humne malik ko bata diya hai ki aapne call kiya tha. Sabse jaldi: yahin likh dijiye.
talk-write-again = WhatsApp ne aapka message mujhe nahi dikhaya. Ek baar phir likhiye.
