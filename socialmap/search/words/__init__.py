"""From the words that people use to themes, and to whether somebody is in danger."""
