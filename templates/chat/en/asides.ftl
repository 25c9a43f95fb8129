### What is not said to us in this chat, or does not reach us: groups, calls, messages that WhatsApp keeps back.

talk-group = I saw your message in a group. I only act on what is written to me alone, so nothing was ordered or changed. Just write to me here.
talk-call = Nobody can take calls on this number, sorry. We have told the person who runs the shop that you called. The quickest way: just write here.
talk-write-again = WhatsApp did not let me see your message. Please write it once more.

## For the founder

notices-alert-missed-call =
    📞 { $name } ({ $phone }) called, and nobody can pick up here. They were asked to write.
    Reply to this message to answer.
notices-alert-message-without-sender = ⚠️ A message came whose sender WhatsApp did not name, or whom we could not look up, so nobody was answered. It is kept as row { $event } of the inbox: please have it looked at.
notices-alert-status-set-aside = ⚠️ A delivery report from WhatsApp failed at every try and was set aside (row { $event } of the inbox, { $reason }). All others are handled. No message and no order is lost.
notices-alert-coexistence = ⚠️ Somebody wrote to a customer from the WhatsApp Business app on our number. I do not take part in that and go on answering the customer by myself. Please answer here instead: reply to the message of a customer that I passed on. To have it for good, disconnect the app from the number in WhatsApp Manager.
