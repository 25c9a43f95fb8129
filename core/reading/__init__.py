"""Reading what people type: letters, tokens, a lexicon, spans with meanings, and what is left over. Pure, no shop rule.

letters.py    one spelling for what looks or sounds alike to its writer
tokens.py     words, numbers and signs
lexicon.py    the words of every language and what they mean, from `templates/lexicon/*.toml`
sentence.py   a line read: its spans, and whether it is nothing but one act
numbers.py    counts, and which words are one
names.py      names of fruit and of places that stand in a line, spelt right or nearly
"""
