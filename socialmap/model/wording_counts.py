"""What counts of people with a question are of, and of when."""

OPEN_TODAY = "Dit zijn de open vragen van vandaag."
