### What the founder's phone is told of the shop, with a link to the office.

notices-office-button = Open the office
notices-alert-low-stock = 📉 { $name }: only { $left } { $unit ->
    [gram] g
   *[piece] pieces
} left.
notices-alert-order-new = 🆕 Order { $code }: { $total }, to pay at the door.
notices-alert-order-paid = 💰 Order { $code } is paid: { $total }.
notices-alert-order-cancelled = ✖️ Order { $code } is cancelled ({ $total }).
notices-alert-evening-summary =
    🌙 *Today*: { $orders } orders, { $revenue }.
    📅 *Tomorrow*: { $has_windows ->
        [yes] { $windows }
       *[no] nothing ordered yet.
    }
notices-summary-window = { $window }: { $orders } orders, { $packs } packs, { $due } cash
