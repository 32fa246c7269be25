"""Makes the model of people's words from the body of language. Not part of the installed package."""
