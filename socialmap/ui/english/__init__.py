"""Every sentence on the screens in English: the same table as ``ui/text.py``, filled in again."""
