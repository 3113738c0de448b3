"""Takes the place of matplotlib in a test: writes down what it is asked to draw."""
