### Poora order ek page par. Fields 20 characters, choices 30, what sends it 35.

ordering-form-row = Ek form mein order
ordering-form-row-description = Aam, pata aur time ek hi page par
ordering-form = Sab kuch ek page par: aam, pata, time aur payment. 🥭 Total dekhe bina kuch order nahin hota.
ordering-form-button = Form kholiye
ordering-form-otherwise = Aapka WhatsApp hamara form nahin khol sakta, isliye ek line mein likhiye, jaise *2 dozen hapus kal subah Palm Grove B-1203*. Ya *menu* likhiye.
talk-short-form = Upar ka form bhariye, ya *menu* likhiye.
form-intro = Teen tak pack, pata aur time chuniye.
form-pack-field = Aam
form-more-field = Aur aam
form-count-field = Kitne
form-pack = { $price }{ $scarce ->
    [yes] { " " }· { $left } bache
   *[no] { "" }
}
form-home-choice = Kahan pahunchayein?
form-new-home = Doosra pata (neeche)
form-society-field = Apartment
form-flat-field = Tower aur flat
form-flat-help = Jaise { $example }
form-window-field = Delivery ka time
form-pay-choice = Payment kaise karenge?
form-note-field = Kuch kehna hai?
form-submit = Total dekhiye
