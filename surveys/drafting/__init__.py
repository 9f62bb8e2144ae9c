"""Survey drafting: the one part of surveys that knows Wagtail."""
