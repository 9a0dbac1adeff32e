"""Documents on paper: what they say, how they are laid out (GB/T 9704-2012), how they are made."""
