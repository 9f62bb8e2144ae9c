"""Makes files from a frozen paper: PDF, large print, easy read, DOCX; nothing else."""
