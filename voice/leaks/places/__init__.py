"""The places words could leak to: pages, records, files, and what was overheard."""
