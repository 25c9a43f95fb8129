"""A pretend Meta: the parts of the Cloud API that a shop calls, as strict as the real one is known to be."""
