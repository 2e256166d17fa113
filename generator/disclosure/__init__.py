"""What may be public about a round at a given moment: stage, embargo and consent, decided once and only here.

A public piece receives a `PublicRound`. Before the result's moment it contains no winner; it contains a photo only for
a channel that the consent names; and it never contains a person whose name is suppressed. A piece cannot leak what it
never received.
"""

from generator.disclosure.ahead import Ahead, ahead_of
from generator.disclosure.links import (
    CHANNEL_NAMES,
    REPLY_CHANNELS,
    SURVEY_CHANNELS,
    SurveyLink,
    VerifyLink,
    as_typed,
    survey_link,
    verify_link,
)
from generator.disclosure.pending import Pending
from generator.disclosure.publishing import may_portray, prepare, public_round, publish, seal, turns
from generator.disclosure.reach import MIN_GROUP, Brought, Reach, enough
from generator.disclosure.stages import (
    OCCASION_NAMES,
    STAGE_NAMES,
    Stage,
    SurveyState,
    changes,
    is_out,
    midnight,
    prepared,
    stage_at,
    survey_state,
    turning_points,
)
from generator.disclosure.values import (
    NOBODY,
    Portrait,
    Publication,
    PublicCard,
    PublicFile,
    PublicRecording,
    PublicRound,
    PublicWinner,
    Standing,
    together,
)

__all__ = [
    "CHANNEL_NAMES",
    "MIN_GROUP",
    "NOBODY",
    "OCCASION_NAMES",
    "REPLY_CHANNELS",
    "STAGE_NAMES",
    "SURVEY_CHANNELS",
    "Ahead",
    "Brought",
    "Pending",
    "Portrait",
    "PublicCard",
    "PublicFile",
    "PublicRecording",
    "PublicRound",
    "PublicWinner",
    "Publication",
    "Reach",
    "Stage",
    "Standing",
    "SurveyLink",
    "SurveyState",
    "VerifyLink",
    "ahead_of",
    "as_typed",
    "changes",
    "enough",
    "is_out",
    "may_portray",
    "midnight",
    "prepare",
    "prepared",
    "public_round",
    "publish",
    "seal",
    "stage_at",
    "survey_link",
    "survey_state",
    "together",
    "turning_points",
    "turns",
    "verify_link",
]
