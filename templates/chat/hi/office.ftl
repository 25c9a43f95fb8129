### What the founder's phone is told of the shop, with a link to the office.

notices-office-button = दफ़्तर खोलिए
notices-alert-low-stock = 📉 { $name }: सिर्फ़ { $left } { $unit ->
    [gram] ग्राम
   *[piece] नग
} बचे हैं।
notices-alert-order-new = 🆕 ऑर्डर { $code }: { $total }, दरवाज़े पर लेना है।
notices-alert-order-paid = 💰 ऑर्डर { $code } का पैसा आ गया: { $total }।
notices-alert-order-cancelled = ✖️ ऑर्डर { $code } रद्द हुआ ({ $total })।
notices-alert-evening-summary =
    🌙 *आज*: { $orders } ऑर्डर, { $revenue }।
    📅 *कल*: { $has_windows ->
        [yes] { $windows }
       *[no] अभी कोई ऑर्डर नहीं।
    }
notices-summary-window = { $window }: { $orders } ऑर्डर, { $packs } पैक, { $due } नकद
