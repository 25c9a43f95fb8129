### What the founder's phone is told of the shop, with a link to the office.

notices-office-button = Office kholiye
notices-alert-low-stock = 📉 { $name }: sirf { $left } { $unit ->
    [gram] gram
   *[piece] nag
} bache hain.
notices-alert-order-new = 🆕 Order { $code }: { $total }, darwaze par lena hai.
notices-alert-order-paid = 💰 Order { $code } ka paisa aa gaya: { $total }.
notices-alert-order-cancelled = ✖️ Order { $code } radd hua ({ $total }).
notices-alert-evening-summary =
    🌙 *Aaj*: { $orders } order, { $revenue }.
    📅 *Kal*: { $has_windows ->
        [yes] { $windows }
       *[no] abhi koi order nahi.
    }
notices-summary-window = { $window }: { $orders } order, { $packs } pack, { $due } nakad
