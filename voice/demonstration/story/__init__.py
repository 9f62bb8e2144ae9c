"""Calderwick's story: data, all invented, dates as days from the day it is built."""
