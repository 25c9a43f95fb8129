"""What was done just now and may be taken back; how is in `core/undoing.py`. Money has its own way back."""
