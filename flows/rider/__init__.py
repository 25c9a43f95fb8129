"""A rider's chat: his run, one stop after the other."""
