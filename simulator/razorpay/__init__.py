"""A pretend Razorpay: payment links, payments, refunds, orders, and the page where a customer pays."""
