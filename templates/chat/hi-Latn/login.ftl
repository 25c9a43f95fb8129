### Signing in on the web by a word.

login-which-number = { $browser } mein koi aapke naam se hamari web dukaan mein sign in karna chahta hai. Agar aap hi hain, to page par dikh raha number chuniye. Nahi to “Main nahi” chuniye: kuch nahi hoga.
login-which-number-office = Koi { $browser } mein aapke naam se office mein sign in karna chahta hai. Agar aap hi hain, to page wala number chuniye. Nahi to “Main nahi” chuniye: tab kuch nahi hoga.
login-numbers-list-button = Number chuniye
login-not-me-row = Main nahi
login-done = Ho gaya, aap wahan sign in hain. Page par lautiye.
login-wrong = Yeh woh number nahi hai, isliye kisi ko sign in nahi kiya gaya. Aap hi the to page se naya word lijiye.
login-nobody = Kisi ko sign in nahi kiya gaya. Dhyan se dekhne ke liye dhanyavaad.
login-word-over = Is word se ab sign in nahi hota. Page se naya word lijiye.

## A cart that goes along

cart-word-over = Tokri ka yeh word ab nahi chalta. Page se naya lijiye.
cart-on-web = Aapki tokri web dukaan mein saath chalti hai: yeh link aadhe ghante chalta hai.
cart-on-web-empty = Yeh hamari web dukaan hai.
cart-on-web-button = Web dukaan kholiye
