"""Who wants to hear when a variety can be had, and under which words they agreed to it."""
