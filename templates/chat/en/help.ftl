### Help, language, offers.

help = *How can we help?*

    Type these any time:
    { "*" }menu* – today's mangoes
    { "*" }cart* – what you have picked
    { "*" }my orders* · *track* · *cancel*
    { "*" }language* – English, हिन्दी, Hinglish
    { "*" }talk to us* – a person answers
    { "*" }stop* – no more offers

    We keep your number, name and address to deliver your orders. To have them deleted, type *delete my data*.
help-language-button = Language · भाषा
help-which-language = Which language shall we speak?
    हम किस भाषा में बात करें?
help-language-name-button = English
help-language-chosen = English it is!
help-offers = { $wanted ->
    [yes] Good! We tell you when a new season or an offer begins. Type *stop* to end that.
   *[no] Done: no more offers from us. Messages about your orders still come. Type *start* to hear from us again.
}
help-erase = *Shall we delete what we know of you?*

    Your name, number, addresses and messages go. Bills stay as the law asks, without your name. It is done after an hour, and when no order is under way.
help-erase-button = Delete my data
help-keep-button = Keep my data
help-erased = Noted. { $waits ->
    [yes] When your order is done, and at the earliest in an hour, we delete your name, number, addresses and messages.
   *[no] In an hour we delete your name, number, addresses and messages.
} Until then one tap takes it back.
help-kept = Good, we keep your data as it was.
