"""What of a round may be public at a moment: stage, embargo and consent, decided once and in this place alone.

A public piece is handed a `PublicRound`. Before the result's moment there is no winner in it; a photo is in it only for
a channel that its consent names; a person whose name is suppressed is never in it. A piece cannot leak what it is not
given.
"""

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
from generator.disclosure.publishing import may_portray, public_round, publish, seal
from generator.disclosure.reach import MIN_GROUP, Brought, Reach, enough
from generator.disclosure.stages import (
    STAGE_NAMES,
    Stage,
    SurveyState,
    changes,
    is_out,
    midnight,
    stage_at,
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
    "REPLY_CHANNELS",
    "STAGE_NAMES",
    "SURVEY_CHANNELS",
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
    "as_typed",
    "changes",
    "enough",
    "is_out",
    "may_portray",
    "midnight",
    "public_round",
    "publish",
    "seal",
    "stage_at",
    "survey_link",
    "together",
    "turning_points",
    "verify_link",
]
