"""A customer made of code: chats on a phone of the simulator over HTTP, exactly as the page does."""
