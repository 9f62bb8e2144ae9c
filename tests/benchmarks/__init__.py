"""What a survey page costs, beside the same form in wagtail.contrib.forms."""
