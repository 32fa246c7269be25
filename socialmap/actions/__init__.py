"""What a person can do, one file per thing; each permits, loads, redacts, thinks, discloses and returns."""
