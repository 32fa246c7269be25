"""The commands; each only reads its arguments, calls one action and prints what comes back."""
