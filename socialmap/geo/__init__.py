"""Where things are: coordinates, areas, addresses and walking distance."""
