### Help, language, offers.

help = *Bataiye, kya madad karein?*

    Kabhi bhi ye likh sakte hain:
    { "*" }menu* – aaj ke aam
    { "*" }cart* – jo aapne chuna
    { "*" }mere order* · *track* · *cancel*
    { "*" }language* – English, हिन्दी, Hinglish
    { "*" }baat karni hai* – dukaan se koi jawab dega
    { "*" }stop* – offer ke message band

    Aapka number, naam aur pata hum order pahunchane ke liye rakhte hain. Mitwana ho to *mera data mitaiye* likhiye.
help-language-button = Bhasha · Language
help-which-language = Hum kis bhasha mein baat karein?
    Which language shall we speak?
help-language-name-button = Hinglish (Hindi abc)
help-language-chosen = Ab aise hi baat karte hain!
help-offers = { $wanted ->
    [yes] Badhiya! Naya season ya offer shuru hote hi batayenge. Band karne ke liye *stop* likhiye.
   *[no] Theek hai, ab offer ke message nahi aayenge. Aapke order ke message aate rahenge. Phir se chahiye to *start* likhiye.
}
help-erase = *Aapke baare mein jo rakha hai, use mita dein?*

    Naam, number, pate aur messages mit jayenge. Bill kanoon ke hisaab se rahenge, par aapke naam ke bina. Ye ek ghante baad hoga, aur tab jab koi order chal na raha ho.
help-erase-button = Mera data mitaiye
help-keep-button = Rehne dijiye
help-erased = Likh liya. { $waits ->
    [yes] Aapka order poora hone par, aur kam se kam ek ghante baad, naam, number, pate aur messages mit jayenge.
   *[no] Ek ghante mein naam, number, pate aur messages mit jayenge.
} Tab tak ek tap se rok sakte hain.
help-kept = Theek hai, aapka data jaisa tha waisa hi hai.
