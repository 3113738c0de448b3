"""Takes the place of numpy in a test: only what a script takes from it."""

from math import log10
