"""Reading what people type: letters, tokens, a lexicon, spans with meanings, and what is left over. Pure, no shop rule.

letters.py    one spelling for what looks or sounds alike to its writer
tokens.py     words, numbers and signs
lexicon.py    the words of every language and what they mean, from `templates/lexicon/*.toml`
sentence.py   a line read: its spans, and whether it is nothing but one act
names.py      names of fruit that stand in a line, spelt right or nearly
amounts.py    how much is wanted, and whether it sets or adds
times.py      when it is wanted, as a wish that windows are held against
phones.py     phone numbers as people write them
pieces.py     a line taken apart for the reader of homes
language.py   which language somebody writes

Whole lines, for what a turn does with them (`reader.read_meaning`):

reader.py     the way of a line through all finders to its meaning
meaning.py    the values of a meaning
book.py       the shop's names, and the languages a line may be in (tongues.py)
marks.py      a line taken apart, and what took each part; likeness.py hears names, and splits words run together
hearing.py    words in Devanagari that the lexicon has in Latin letters alone; sounds.py: a word as it is heard
moments.py    days.py hours.py timewords.py refusing.py: when, and what is refused in its favour
dwellings.py  societies.py flats.py: the home among other words
quantities.py counting.py numbering.py: amounts and sums of money
goods.py      fruits.py trailing.py leftout.py pairing.py changing.py chosen.py: which fruit has which amount, and
              what shall happen with it
notes.py      paying.py questions.py hostile.py: words for the rider, ways to pay, questions, and what is no order
intents.py    facts.py wishes.py placed.py noclaims.py commands.py settling.py: what the line is for, and its meaning
"""
