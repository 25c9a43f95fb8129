"""From a basket to an order, the same for every door.

basket.py    what somebody would have brought where and when: values
rules.py     what it costs, what it still lacks, what it needs of the fruit; pure
quoting.py   in which packs a large amount costs the least; pure
queries.py   reading a basket as it would be ordered now
"""
