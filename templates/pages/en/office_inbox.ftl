### The inbox.

inbox-lead = What customers write. Who waits for a person stands first.
inbox-waiting = Waiting for a person
inbox-parked = Bot is silent
inbox-all = All conversations
inbox-nobody = Nobody waits.
inbox-none = No conversation yet. They begin when somebody writes to the shop's WhatsApp.
inbox-name = Name
inbox-phone = WhatsApp
inbox-last = Last wrote
inbox-nameless = Without a name
inbox-since = waits since { $since }
inbox-silent = a person speaks
inbox-bot = the bot speaks
inbox-photo = Photo from the customer
inbox-file = Open the file
inbox-silence = Nothing was said yet.
inbox-answer = Answer
inbox-send = Send
inbox-quick = Quick answers
inbox-send-quick = Send “{ $key }”
inbox-window-over = They wrote more than a day ago, so WhatsApp takes no free words. Ask them to write; then you can answer.
inbox-never-wrote = They have not written yet, so WhatsApp takes no free words. Ask them to write; then you can answer.
inbox-ask-back = Ask them to write
inbox-hand-back = Hand back to the bot
inbox-take-over = Take over from the bot
told-sent = Sent.

## Answers

answer-lead = What people asked and we did not understand, and what the shop answers.
miss-title = Not understood
miss-none = Everything was understood in the last thirty days.
miss-words = Words
miss-times = Times
miss-people = People
miss-last = Last
answer-all = Answers
answer-none = No answer yet. Write one for what people ask: organic, storage, gifts.
answer-key = Key
answer-key-hint = One short word in small letters, such as organic.
answer-text = Says
answer-text_en = In English
answer-text_hi = In Hindi
answer-text_latn = In Hindi with English letters
answer-ways = Words that ask for it
answer-no-ways = None of your own. Usual words such as organic or storage are known.
answer-new-title = Write an answer
answer-edit = Edit
answer-go = Say that
answer-remove-text = Take the answer away, with the words that were taught.
answer-remove = Remove the answer
answer-way-asks = “{ $words }” asks for the answer { $key }.
teach-title = Teach words
teach-lead = From the next message on. A name goes to its variety, a question to its answer.
teach-words = Words
teach-words-hint = Only those that nobody understands.
teach-means = They mean
teach-variety = the mango { $name }
teach-answer = the answer “{ $key }”
teach-go = Understand it
told-learnt = Understood from now on.

## Templates

template-lead = Messages that Meta must approve: what the shop may say a day after somebody wrote.
template-push-text = Hand in what Meta lacks or has otherwise. It usually answers within a day.
template-push = Hand in at Meta
template-name = Template
template-language = Language
template-category = Kind
template-checked = Seen
template-reason = Why not
template-unseen = not asked yet
template-preview = How it reads
told-templates-pushed = Handed in. The states below are what Meta said.
