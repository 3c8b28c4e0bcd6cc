"""What part of IMSMA may go to whom."""
