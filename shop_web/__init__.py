"""Door for customers on the web: landing page, payment return. Knows core and the kit of pages."""
