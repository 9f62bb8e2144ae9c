"""The one table of who may open which address, and with which method.

`STAFF` rows name roles; everyone else signed in is refused, strangers are sent to
sign in. An address in no row fails the build.
"""

from voice.accounts.enums import Role

WORKER = Role.PARTICIPATION_WORKER
LEAD = Role.SAFEGUARDING_LEAD
OWNER = Role.ACTION_OWNER
BOARD = Role.BOARD_MEMBER
EDITOR = Role.WEB_EDITOR
OFFICER = Role.DATA_PROTECTION_OFFICER
ADMIN = Role.ADMINISTRATOR
SIGNED_IN = frozenset(Role)
SIGNERS = frozenset({WORKER, OFFICER, ADMIN})
WRITES_STATEMENT = frozenset({WORKER, ADMIN})
KEEPS_ROTA = frozenset({LEAD, ADMIN})
SEES_ROTA = KEEPS_ROTA | {WORKER}
READS_STATEMENT = WRITES_STATEMENT | {OWNER}

# Name of the address: roles let in. GET and POST are both tried.
STAFF: dict[str, frozenset[Role]] = {
    "moderation:reading": frozenset({WORKER}),
    "moderation:queue": frozenset({WORKER}),
    "moderation:take": frozenset({WORKER}),
    "moderation:rest": frozenset({WORKER}),
    "moderation:search": frozenset({WORKER}),
    "moderation:undo_now": frozenset({WORKER}),
    "moderation:screenful": frozenset({WORKER}),
    "moderation:take_many": frozenset({WORKER}),
    "moderation:approve_many": frozenset({WORKER}),
    "moderation:open_here": frozenset({WORKER}),
    "moderation:leave": frozenset({WORKER}),
    "moderation:comment": frozenset({WORKER}),
    "moderation:approve": frozenset({WORKER}),
    "moderation:redact": frozenset({WORKER}),
    "moderation:withhold": frozenset({WORKER}),
    "moderation:pass_on": frozenset({WORKER}),
    "moderation:undo": frozenset({WORKER}),
    "moderation:reverse": frozenset({WORKER}),
    "moderation:decide_again": frozenset({WORKER}),
    "moderation:recording": frozenset({WORKER}),
    "moderation:transcribe": frozenset({WORKER}),
    "moderation:note": frozenset({WORKER}),
    "moderation:translate": frozenset({WORKER}),
    "moderation:show_translation": frozenset({WORKER}),
    "moderation:second": frozenset({WORKER}),
    "moderation:second_reading": frozenset({WORKER}),
    "moderation:read_second": frozenset({WORKER}),
    "moderation:difference": frozenset({WORKER}),
    "moderation:settle": frozenset({WORKER}),
    "moderation:thank": frozenset({WORKER}),
    "moderation:thanks": Role.at_the_desk(),
    "themes:themes": frozenset({WORKER}),
    "themes:codebook": frozenset({WORKER}),
    "themes:new_codebook": frozenset({WORKER}),
    "themes:edit_codebook": frozenset({WORKER}),
    "themes:new_theme": frozenset({WORKER}),
    "themes:theme": frozenset({WORKER}),
    "themes:edit_theme": frozenset({WORKER}),
    "themes:retire": frozenset({WORKER}),
    "themes:use_again": frozenset({WORKER}),
    "themes:tagging": frozenset({WORKER}),
    "themes:tag": frozenset({WORKER}),
    "themes:untag": frozenset({WORKER}),
    "moderation:screening": frozenset({LEAD}),
    "moderation:screening_list": frozenset({LEAD}),
    "moderation:screening_version": frozenset({LEAD}),
    "moderation:concerns": frozenset({LEAD}),
    "moderation:concern": frozenset({LEAD}),
    "moderation:referral": frozenset({LEAD}),
    "moderation:decide": frozenset({LEAD}),
    "moderation:give_back": frozenset({LEAD}),
    "moderation:concern_recording": frozenset({LEAD}),
    "moderation:act": frozenset({LEAD}),
    "moderation:add_to_concern": frozenset({LEAD}),
    "moderation:reopen_concern": frozenset({LEAD}),
    "moderation:place_hold": frozenset({LEAD}),
    "moderation:lift_hold": frozenset({LEAD}),
    "moderation:wall": frozenset({LEAD}),
    "moderation:unwall": frozenset({LEAD}),
    "moderation:holds": frozenset({LEAD}),
    # And whoever the council's settings name as duty manager.
    "moderation:uncovered": frozenset({ADMIN}),
    "moderation:worries": frozenset({LEAD}),
    "moderation:worry": frozenset({LEAD}),
    "moderation:raise_worry": frozenset({LEAD}),
    "moderation:passed_on": frozenset({WORKER}),
    "moderation:one_passed_on": frozenset({WORKER}),
    "moderation:escalate": frozenset({WORKER}),
    "moderation:not_this_lead": frozenset({WORKER}),
    "moderation:clocks": frozenset({WORKER, LEAD}),
    "moderation:pause_text": frozenset({LEAD}),
    "moderation:resume_text": frozenset({LEAD}),
    # The duty manager named in the settings too, whatever their roles.
    "duty:rota": SEES_ROTA,
    "duty:hand_over": KEEPS_ROTA,
    "duty:absence_new": KEEPS_ROTA,
    "duty:shift_new": KEEPS_ROTA,
    "duty:shift_remove": KEEPS_ROTA,
    "duty:absence_remove": KEEPS_ROTA,
    "duty:times": KEEPS_ROTA,
    "duty:holidays": KEEPS_ROTA,
    "duty:alarms": KEEPS_ROTA,
    "accounts:home": SIGNED_IN,
    "accounts:gallery": Role.at_the_desk(),
    "accounts:you": Role.at_the_desk(),
    "releases:list": Role.at_the_desk(),
    "releases:propose": frozenset({WORKER}),
    "releases:release": Role.at_the_desk(),
    "releases:sign": SIGNERS,
    "releases:drop": SIGNERS,
    "releases:refuse_quote": SIGNERS,
    "accounts:staff": frozenset({ADMIN}),
    "accounts:invite": frozenset({ADMIN}),
    "accounts:resend": frozenset({ADMIN}),
    "accounts:withdraw": frozenset({ADMIN}),
    "accounts:person": frozenset({ADMIN}),
    "accounts:deactivate": frozenset({ADMIN}),
    "accounts:reactivate": frozenset({ADMIN}),
    "accounts:remove_factors": frozenset({ADMIN}),
    "accounts:review": frozenset({ADMIN, OFFICER}),
    "accounts:confirm_access": frozenset({ADMIN, OFFICER}),
    "accounts:break_glass": frozenset({ADMIN, OFFICER}),
    "accounts:ask_break_glass": frozenset({ADMIN}),
    "accounts:open_break_glass": frozenset({ADMIN, OFFICER}),
    "accounts:refuse_break_glass": frozenset({ADMIN, OFFICER}),
    "accounts:close_break_glass": frozenset({ADMIN, OFFICER}),
    "accounts:devices": SIGNED_IN,
    "accounts:end_device": SIGNED_IN,
    "accounts:end_others": SIGNED_IN,
    "accounts:prove": SIGNED_IN,
    "accounts:audit": frozenset({OFFICER}),
    "surveys:surveys": frozenset({WORKER}),
    "surveys:survey": frozenset({WORKER}),
    "surveys:editions": frozenset({WORKER}),
    "surveys:close": frozenset({WORKER}),
    "surveys:reopen": frozenset({WORKER}),
    "surveys:extend": frozenset({WORKER}),
    "surveys:archive": frozenset({WORKER}),
    "surveys:take_out": frozenset({WORKER}),
    "surveys:copy": frozenset({WORKER}),
    "surveys:invitations": frozenset({WORKER}),
    "surveys:people": frozenset({WORKER, ADMIN}),
    "surveys:remove_person": frozenset({WORKER, ADMIN}),
    "surveys:stop_invitation": frozenset({WORKER}),
    "surveys:poster": frozenset({WORKER}),
    "surveys:set_aside": frozenset({WORKER}),
    "surveys:begin": frozenset({WORKER}),
    "surveys:begin_ready": frozenset({WORKER}),
    "surveys:begin_file": frozenset({WORKER}),
    "surveys:save_file": frozenset({WORKER}),
    "surveys:take_rule_back": frozenset({WORKER}),
    "surveys:known": frozenset({WORKER, OFFICER}),
    "surveys:erase": frozenset({WORKER, OFFICER}),
    "replies:list": frozenset({WORKER, OWNER}),
    "replies:promise": frozenset({WORKER, OWNER}),
    "replies:drop_promise": frozenset({WORKER}),
    "replies:write": frozenset({WORKER}),
    "replies:preview": frozenset({WORKER}),
    "replies:publish": frozenset({WORKER}),
    "replies:add_promise": frozenset({WORKER}),
    "statement:statement": READS_STATEMENT,
    "statement:statement_new": WRITES_STATEMENT,
    "statement:statement_edit": WRITES_STATEMENT,
    "statement:key_theme": READS_STATEMENT,
    "statement:key_theme_new": WRITES_STATEMENT,
    "statement:key_theme_edit": WRITES_STATEMENT,
    "statement:area_new": WRITES_STATEMENT,
    "statement:area_edit": WRITES_STATEMENT,
    "statement:action": READS_STATEMENT,
    "statement:action_new": WRITES_STATEMENT,
    "statement:action_edit": WRITES_STATEMENT,
    "statement:action_update": READS_STATEMENT,
    "statement:measure_new": WRITES_STATEMENT,
    "statement:measure_edit": WRITES_STATEMENT,
    "statement:my_actions": READS_STATEMENT,
    "statement:evidence_releases": WRITES_STATEMENT,
    "statement:evidence_add": WRITES_STATEMENT,
    "statement:evidence": READS_STATEMENT,
    "statement:headline": WRITES_STATEMENT,
    "statement:fed": READS_STATEMENT,
    "records:front": frozenset({OFFICER, ADMIN}),
    "records:processing": frozenset({OFFICER, ADMIN}),
    "records:dpia": frozenset({OFFICER, ADMIN}),
    "records:words": frozenset({OFFICER}),
    "records:breaches": frozenset({OFFICER, LEAD}),
    "records:enter_breach": frozenset({OFFICER, LEAD}),
    "records:breach": frozenset({OFFICER, LEAD}),
    "records:people": frozenset({OFFICER}),
    "records:held": frozenset({OFFICER}),
    "records:held_file": frozenset({OFFICER}),
    "briefings:front": Role.reading_the_board(),
    "briefings:key_theme": Role.reading_the_board(),
}

# Open to anyone, signed in or not; they hold nothing of a child's.
PUBLIC: frozenset[str] = frozenset(
    {
        # A link by e-mail, good once for a week; 404 when it no longer is.
        "accounts:accept",
        # 404 where the council has no provider of its own.
        "accounts:council_sign_in",
        "accounts:council_callback",
        # How the machine is, for whatever watches it; nothing personal.
        "duty:health",
        "set_language",
        "surveys:away",
        "surveys:contact",
        "surveys:contact_sent",
        "surveys:exit",
        "surveys:finish",
        "surveys:help",
        "surveys:start",
        "surveys:step",
        "surveys:thanks",
        "cms:help",
        "wagtail_serve",
    }
)

# allauth's own: they show a person their own account, or ask them to sign in.
SIGN_IN: tuple[str, ...] = ("account_", "mfa_", "unnamed /account/")

# Wagtail's own, by the beginning of the name, and who may enter its admin at all.
# Ours among them are tried with real objects in test_access_admin.py.
WAGTAIL: tuple[str, ...] = (
    "wagtail",
    "unnamed /admin/",
    "survey_wordings",
    "consultations:",
    "consultation-wordings:",
    "own_council",
    "council:",
    "help-lines:",
    "age-bands:",
    "duty-hours:",
    "holidays:",
)
IN_THE_ADMIN = frozenset({WORKER, EDITOR, ADMIN})

# Wagtail's own strings and drawings, which hold nothing of ours.
WAGTAIL_OPEN = frozenset({"/admin/jsi18n/", "/admin/sprite/"})

# Our own pages inside Wagtail's admin, by the beginning of the name.
DRAFTING: dict[str, frozenset[Role]] = {
    "wagtailsnippets_surveys_survey:": frozenset({WORKER}),
    "survey_wordings": frozenset({WORKER}),
    "consultations:": frozenset({WORKER, ADMIN}),
    "consultation-wordings:": frozenset({WORKER}),
    "council:": frozenset({EDITOR, ADMIN}),
    "own_council": frozenset({EDITOR, ADMIN}),
    "age-bands:": frozenset({EDITOR, ADMIN}),
    "duty-hours:": frozenset({EDITOR, ADMIN}),
    "help-lines:": frozenset({EDITOR, ADMIN}),
    "holidays:": frozenset({EDITOR, ADMIN}),
}

# Where the second factor is shown again when it is older than fifteen minutes: reading
# a concern, exporting, signing, and whatever changes who may see what.
ASKS_AGAIN: frozenset[str] = frozenset(
    {
        "accounts:ask_break_glass",
        "accounts:confirm_access",
        "accounts:deactivate",
        "accounts:invite",
        "accounts:open_break_glass",
        "accounts:person",
        "accounts:reactivate",
        "accounts:refuse_break_glass",
        "accounts:remove_factors",
        "accounts:resend",
        "accounts:withdraw",
        "moderation:add_to_concern",
        "moderation:concern",
        "moderation:concern_recording",
        "moderation:decide",
        "moderation:give_back",
        "moderation:holds",
        "moderation:lift_hold",
        "moderation:place_hold",
        "moderation:raise_worry",
        "moderation:referral",
        "moderation:reopen_concern",
        "moderation:unwall",
        "moderation:wall",
        "moderation:worry",
        "records:held",
        "records:held_file",
        "releases:propose",
        "releases:sign",
        "surveys:erase",
        "surveys:people",
        "surveys:remove_person",
    }
)
