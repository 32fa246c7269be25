"""How quick is the search, next to other engines, on the same data and the same questions?"""
