### The founder's chat.

founder-help = Alerts and customers' words arrive here. To answer a customer, *reply to that very message* (swipe it): your words go to them, and the bot stays silent there until you hand the chat back.

    { "*" }waiting* – who is waiting for you
founder-waiting-button = Who is waiting
founder-waiting-list-button = Waiting
founder-waiting = { $count ->
    [one] One customer is waiting for you.
   *[other] { $count } customers are waiting for you.
}
founder-waiting-line = { $phone } · answered, bot back at { $until }
founder-nobody-waits = Nobody is waiting for you.
founder-customer = *{ $name }* is waiting. Reply to this message to answer.
founder-hand-back-button = Hand back
founder-sent = Sent to *{ $name }*.
founder-handed-back = *{ $name }* is back with the bot.
founder-not-waiting = *{ $name }* was not waiting any more.
founder-only-text = I can only pass on text at the moment. Please type it.
founder-other-staff = Hello { $name }! There is nothing for you to do in this chat.
founder-whom = { $count ->
    [one] “{ $words }” was not a reply to anybody, so it is with nobody yet. One customer is waiting: shall I send it?
   *[other] “{ $words }” was not a reply to anybody, so it is with nobody yet. Whom shall I send it to?
}
founder-send-to-button = Send to { $name }
founder-draft-gone = Those words are gone by now, so nothing was sent. Please type them again.
founder-not-yet = “{ $words }” is no command here yet: today’s figures, stock, prices and slots come to this chat later.
founder-waiting-since = { $phone } · waiting since { $since }
