"""Young editors: groups that read what we wrote before it is out, and say yes or not yet."""
