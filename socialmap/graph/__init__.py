"""The network of the neighbourhood: who and what is connected to whom and what, and how."""
