"""What a page is built of; each block with its template in templates/cms/blocks."""
