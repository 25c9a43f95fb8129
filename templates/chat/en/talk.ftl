### Talking: what we did not understand, cannot read, or pass on to a person.

talk-not-understood = Sorry, I did not get that.
talk-not-understood-again = I still do not understand, sorry. Tap *Talk to us* and a person answers.
talk-old-menu = That menu is from earlier. Here is where we are now.
talk-too-late = Sorry, your message reached us only now, hours later, so we did nothing with it.
talk-message-failed = Sorry, something broke on our side with your message. We are looking at it. Please send it once more, or type *talk to us*.
talk-parked = We have told the person who runs the shop; the answer comes right here. Just write what it is about.

    To order meanwhile, type *menu*. After { $hours } hours I am back by myself.
talk-from-founder = { "*" }{ $name }:* { $words }
talk-voice-passed-on = I cannot listen to voice notes, so I have told a person about yours. If it is urgent, please type it.
talk-photo-passed-on = Thank you for the picture. I have told a person, who answers here.
talk-file-passed-on = Thank you, I have told a person about your file.
talk-sticker = 😊 Nice one!
talk-native-cart = I cannot read that kind of cart. Please pick from here.
talk-cannot-read = I can read text, buttons and locations, but not that.
talk-welcome = { $kind ->
    [thanks] With pleasure! 🥭 Type *menu* any time.
    [bye] See you soon! 🥭 Type *menu* any time.
   *[fine] 👍 Type *menu* any time.
}
talk-with-pleasure = With pleasure! 🥭
