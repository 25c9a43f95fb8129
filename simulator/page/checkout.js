// A pretend checkout.js: opens a frame over the shop's page, and hands on what the payer did there.
(() => {
  const ADDRESS = "{{ address }}";

  window.Razorpay = class {
    constructor(options) {
      this.options = options;
    }

    open() {
      const frame = document.createElement("iframe");
      frame.src = `${ADDRESS}/checkout/${encodeURIComponent(this.options.order_id)}`;
      frame.title = "Razorpay Checkout";
      Object.assign(frame.style, { position: "fixed", inset: "0", width: "100%", height: "100%", border: "0", zIndex: "1000" });
      const hear = (event) => {
        if (event.source !== frame.contentWindow) return;
        frame.remove();
        removeEventListener("message", hear);
        if (event.data.razorpay_payment_id) this.options.handler(event.data);
        else this.options.modal?.ondismiss?.();
      };
      addEventListener("message", hear);
      document.body.append(frame);
    }
  };
})();
