"""A rider's page by its secret link: the run that he is on, for a thumb and a bad net."""
