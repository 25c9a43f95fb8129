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
"""
