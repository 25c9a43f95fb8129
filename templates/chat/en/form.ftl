### The whole order on one page. Fields 20 characters, choices 30, what sends it 35.

ordering-form-row = Order in one form
ordering-form-row-description = Mangoes, address and time on one page
ordering-form = Everything on one page: mangoes, address, time and payment. 🥭 Nothing is ordered before you have seen the total.
ordering-form-button = Open the form
ordering-form-otherwise = Your WhatsApp cannot open our form, so write it in one line, like *2 dozen hapus tomorrow morning Palm Grove B-1203*. Or type *menu*.
talk-short-form = Fill in the form above, or type *menu*.
form-intro = Choose up to three packs, where to bring them and when.
form-pack-field = Mangoes
form-more-field = More mangoes
form-count-field = How many
form-pack = { $price }{ $scarce ->
    [yes] { " " }· { $left } left
   *[no] { "" }
}
form-home-choice = Where shall we bring them?
form-new-home = Another address (below)
form-society-field = Apartment
form-flat-field = Tower and flat
form-flat-help = For example { $example }
form-window-field = Delivery time
form-pay-choice = How would you like to pay?
form-note-field = Note for the rider
form-submit = See the total
