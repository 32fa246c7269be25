"""The body of language on disk: what people say, the model made of it, and the encoder."""
