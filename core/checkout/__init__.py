"""From a basket to an order, the same for every door.

basket.py    what somebody would have brought where and when: values
rules.py     what it costs, what it still lacks, what it needs of the fruit; pure
queries.py   reading a basket as it would be ordered now
"""
