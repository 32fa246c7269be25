"""The screens: what the three users see, and the server that sends it to their browser."""
