"""The board's pages; reads only what the others own."""
