"""The founder's chat: who waits for her, and her answers."""
