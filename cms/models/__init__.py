"""Pages only, no facts of their own."""

from cms.models.consultation_page import ConsultationPage
from cms.models.help_page import HelpPage
from cms.models.home_page import HomePage
from cms.models.standard_page import StandardPage

__all__ = ["ConsultationPage", "HelpPage", "HomePage", "StandardPage"]
