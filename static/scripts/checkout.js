// Razorpay's Checkout on our own page. What it answers is only a hint: the shop checks its signature and asks Razorpay.
const FIELDS = ["razorpay_payment_id", "razorpay_order_id", "razorpay_signature"];

function finish(answer) {
  const form = document.getElementById("paid");
  for (const name of FIELDS) form.elements[name].value = answer[name] ?? "";
  form.requestSubmit();
}

function pay(button) {
  const { key, order, name, code, phone, language } = button.dataset;
  const prefill = phone ? { contact: `+${phone}` } : {};
  const options = { key, order_id: order, name, description: code, prefill, handler: finish };
  new window.Razorpay({ ...options, notes: { jamango_order: code }, config: { display: { language } } }).open();
}

// The page changes by itself while the payment is prepared, so the button may come later than this script.
function offer() {
  const button = document.getElementById("checkout");
  if (button) button.hidden = !window.Razorpay;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#checkout");
  if (button) pay(button);
});
new MutationObserver(offer).observe(document.getElementById("news"), { childList: true });
addEventListener("load", offer);
offer();
