"""The WhatsApp channel: what people said, what we say, and how it gets there.

    in    inbound.py       a stored webhook → Inbound or StatusNews, whatever its shape      (reading.py)
    out   messages.py      typed messages that exist only if Meta takes them                 (limits, fitting)
          notices.py       a notice's key and values → one message in the reader's language  (notice_values)
          template_files.py  the same outside the 24 h window, from templates/whatsapp/      (template_message)
    send  sender.py        lease, try, record; attempt.py: the states of a try, rendering.py words it, send_failures.py
                           takes what Meta refuses
          reply_senders.py     an answer goes out as soon as its turn is committed, leased with it
          circuit_breaker.py   whether to spare Meta; places.py: the shop's rate
          whatsapp_api.py      the only caller of Meta, over http_exchange.py; failures.py says what its codes mean
          delivery_statuses.py what became of it
          templates.py     templates handed in at Meta and followed; preferences.py: who stops offers in WhatsApp's menu
    read  transcript.py    a chat as text

It knows `core` and nothing above it. The SQL of leasing and of statuses is in `core/outbox/`.
"""
