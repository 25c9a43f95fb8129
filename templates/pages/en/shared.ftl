### What every page of every door may say.

language-name = English
language-choose = Language
skip-to-content = Skip to the content
to-home = To the front page
chat-on-whatsapp = Write to us on WhatsApp
close = Close
leave-it = Leave it as it is
filter-odd = “{ $value }” is not known here
filter-remove = Remove the filter { $filter }
filter-remove-all = Remove all filters
page-older = Show older
page-first = Back to the newest
form-wrong = Please look at what is marked below. Everything else is still as you typed it.
form-optional = optional
chart-as-table = The same as a table

## When a page cannot be shown. What happened, what was kept, what to do.

problem-not-found-title = This page is not here
problem-not-found-text = The link may be old or mistyped. Your orders are safe.
problem-forbidden-title = This is not open to you
problem-forbidden-text = Nothing was changed. If you think it should be open, ask the shop.
problem-stale-form-title = This form was open for too long
problem-stale-form-text = Nothing was changed. Go back, load the page again and send it once more.
problem-refused-title = That did not work
problem-slow-title = Your connection was too slow
problem-slow-text = What you sent did not arrive in full, so nothing was changed. Please try again.
problem-too-large-title = That was too much at once
problem-too-large-text = Nothing was changed. Please send less text, or a smaller picture.
problem-too-many-title = Slow down, please
problem-too-many-text = That was more than we can take in one minute, so the last one was not done. Wait a minute, then try again.
problem-unclear-title = We could not read that
problem-unclear-text = Nothing was changed. Go back, load the page again and try once more.
problem-broken-title = Something went wrong on our side
problem-broken-text = Your orders are safe. Please try again in a minute.
problem-away-title = We are back in a moment
problem-away-text = The shop is being looked after. Your orders are safe; please try again in a minute.

## Beside a field. What is wrong and what to type.

form-missing = Please fill this in.
form-too-long = Please use at most { $most } characters.
form-too-short = Please use at least { $least } characters.
form-number = Please give a whole number.
form-too-small = The least is { $least }.
form-too-large = The most is { $most }.
form-choice = Please choose one of these.
form-gone = What you chose is not on this page any more. Please choose again.
form-code = Please type the six digits.
form-date = Please give a day, such as 2027-05-02.
form-clock = Please give a time, such as 07:30.
form-day-far = Please look at the year: a day lies between { $first } and { $last }.
form-amount = Please give a number, such as 12 or 12.5.
form-rupees = Please give an amount in rupees, such as 1,250.
form-phone = Please give one phone number with ten digits, such as 98765 43210.
form-unclear = Please check this: there is something we cannot read.
form-unknown-field = That form has changed meanwhile. Load the page again; nothing was kept.
