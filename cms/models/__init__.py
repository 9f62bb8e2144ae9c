"""Pages only, no facts of their own."""

from cms.models.accessibility_page import AccessibilityPage
from cms.models.board_summary_page import BoardSummaryPage
from cms.models.campaign_page import CampaignPage
from cms.models.changed_page import ChangedPage
from cms.models.consultation_index_page import ConsultationIndexPage
from cms.models.consultation_page import ConsultationPage
from cms.models.help_page import HelpPage
from cms.models.home_page import HomePage
from cms.models.privacy_page import PrivacyPage
from cms.models.standard_page import StandardPage
from cms.models.statement_page import StatementPage
from cms.models.update_index_page import UpdateIndexPage
from cms.models.update_page import UpdatePage

__all__ = [
    "AccessibilityPage",
    "BoardSummaryPage",
    "CampaignPage",
    "ChangedPage",
    "ConsultationIndexPage",
    "ConsultationPage",
    "HelpPage",
    "HomePage",
    "PrivacyPage",
    "StandardPage",
    "StatementPage",
    "UpdateIndexPage",
    "UpdatePage",
]
