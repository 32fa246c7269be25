"""From words to themes, and from a question to what fits: matching, ranking and the columns behind them."""
