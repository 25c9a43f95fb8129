### Talking: what we did not understand, cannot read, or pass on to a person.

talk-not-understood = Sorry, I did not get that.
talk-not-understood-again = I still do not understand, sorry. Tap *Talk to us* and a person answers.
talk-old-menu = That menu is from earlier. Here is where we are now.
talk-too-late = Sorry, your message reached us only now, hours later, so we did nothing with it.
talk-message-failed = Sorry, something broke on our side with your message. We are looking at it. Please send it once more, or type *talk to us*.
talk-parked = We have told the person who runs the shop; the answer comes right here. Just write what it is about.

    To order meanwhile, type *menu*. After { $hours } hours I am back by myself.
talk-from-founder = { "*" }{ $name }:* { $words }
talk-voice-passed-on = I cannot listen to voice notes, so I have sent yours to a person, who answers here. If it is urgent, please type it.
talk-photo-passed-on = Thank you for the picture. I have sent it to a person, who answers here.
talk-file-passed-on = Thank you, I have sent your file to a person, who answers here.
talk-sticker = 😊 Nice one!
talk-native-cart = I cannot read that kind of cart. Please pick from here.
talk-cannot-read = I can read text, buttons and locations, but not that.
talk-welcome = { $kind ->
    [thanks] With pleasure! 🥭 Type *menu* any time.
    [bye] See you soon! 🥭 Type *menu* any time.
   *[fine] 👍 Type *menu* any time.
}
talk-with-pleasure = With pleasure! 🥭
talk-of-others = I can only tell somebody about orders that came from their own number. Your friend can write to us from theirs. 🙏
talk-no-hurry = No hurry! 🥭 Just write when you are ready.
talk-understood-in-part = { $whole ->
    [yes] I understood “{ $words }”, but that is no answer here, so I have not done anything yet.
   *[no] I understood “{ $words }”, but not the rest, so I have not done anything yet.
}
talk-going-quiet = I do not understand this, so I stop guessing. I have told the person who runs the shop. The buttons still work, *menu* shows the mangoes, and *talk to us* calls a person.
talk-still-waiting = Your message to the shop stands; the answer comes right here.
talk-complaint = { $ordered ->
    [yes] We are sorry! We have told the person who runs the shop, with your last order *{ $code }*. The answer comes right here.{ $photo ->
        [yes] {" "}A photo helps: just send it.
       *[no] { "" }
    }
   *[no] We are sorry! We have told the person who runs the shop. The answer comes right here. Just write which order it is about; a photo helps.
}

    To order meanwhile, type *menu*. After { $hours } hours I am back by myself.
talk-bulk = Thank you! For so much, the person who runs the shop answers you herself, right here.{ $summed ->
    [yes] { "\u000A" }{ "\u000A" }At today's prices, without delivery:{ "\u000A" }{ $lines }{ "\u000A" }{ "*" }Together { $total }*{ "\u000A" }Left today:{ "\u000A" }{ $left }
   *[no] {" "}Just write which mangoes, how many, and for when.
}

    To order meanwhile, type *menu*. After { $hours } hours I am back by myself.
talk-too-many-files = That is a lot at once. I have sent on the first ones and told a person that there are more; the answer comes here.
talk-edited = { $known ->
    [yes] You changed “{ $before }” to “{ $after }”. I had read the first one already, and a change does nothing by itself. What stands is below; to change it, please write it as a new message.
   *[no] You changed an earlier message. I had read it already, and a change does nothing by itself. What stands is below; to change it, please write it as a new message.
}
talk-choose-list-button = Choose

# The question of each step in a few words, for who was not understood twice.
talk-short-menu = Which mangoes would you like?
talk-short-variety = How many, in which pack?
talk-short-pack = In which pack?
talk-short-cart = Go on to the delivery?
talk-short-lines = Which line shall change?
talk-short-quantity = How many?
talk-short-where = Which apartment do you live in?
talk-short-flat = Which tower and flat, such as B-1203?
talk-short-tower = Which tower?
talk-short-checking = Is this the right address?
talk-short-phone = Which phone number may the rider call?
talk-short-when = When shall we come?
talk-short-summary = Nothing is ordered yet. Online or cash?
talk-short-changes = What shall change?
talk-short-note = What should the rider know?
talk-short-paying = Your mangoes are kept. Please pay here:
talk-short-again = The same as last time?
talk-short-asking = Which of these?
talk-short-unsure = Did I read it right?
talk-short-orders = Which order?
talk-short-order = What about this order?
talk-short-which = Which order shall be changed?
talk-short-changing = What shall be different?
talk-short-window = When shall it come instead?
talk-short-fruit = Which mangoes, more or less?
talk-short-count = How many instead?
talk-short-remark = What should the rider know?
talk-short-proposal = Nothing has changed yet. Change this order?
talk-short-cancelling = Nothing is cancelled yet. Cancel this order?
talk-short-cancelled = The order is cancelled. What next?
talk-short-help = What can we do for you?
talk-short-language = English, हिन्दी or Hinglish?
talk-short-offers = Type *menu* to see the mangoes.
talk-short-talking = Type *menu* to see the mangoes.
talk-short-thanked = Type *menu* to see the mangoes.
talk-short-anew = When shall we bring it again? Pick a time from the list.
talk-short-keeper = Who takes it? Write it, or tap.
talk-if-bulk = Is this for an office, a party or a shop? The person who runs Jamango makes such offers herself. For your home you can order right here.
talk-bulk-yes-button = Yes, ask the owner
talk-bulk-no-button = No, order it here
talk-short-erasing = Delete your data? Please tap a button.
talk-short-erased = Type *menu* to see the mangoes.
talk-short-bulk = For an office or a party? Please tap a button.
