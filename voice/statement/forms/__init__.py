"""Forms of the statement; each asks for the domain's own words."""
