"""A person's voice reading a script: for the loudspeaker's USB port and, if the reader agreed, for everybody.

A recording is used only while its words are those of its script: when a name may no longer be read out, its recordings
drop out by themselves.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.piece import Piece, Sheet, sound_name
from generator.pieces.air import announcement, labels
from generator.pieces.parts import uses
from generator.press.sound import MP3, WAV

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.disclosure import Publication, PublicRecording, PublicRound, Seen
    from generator.piece import View
    from generator.pieces.air.announcement import Script


class Voice(NamedTuple):
    """A script and the voice that reads it."""

    script: Script
    recording: PublicRecording


def said(script: Script) -> str:
    """Return the words of one reading, by which a recording is found."""
    return "\n".join(script.once)


def voices(publication: Publication) -> Iterator[Voice]:
    """Return every script that may be heard now and was recorded, village by village."""
    return (voice for award_round in publication.rounds for voice in voices_of(award_round))


def voices_of(award_round: PublicRound) -> Iterator[Voice]:
    """Yield a round's voices; if nothing was recorded for the round, no script is written for it."""
    scripts = announcement.scripts_of(award_round) if award_round.recordings else ()
    for script in sorted(scripts, key=lambda script: script.scene.village.moo):
        recording = award_round.recording(said(script))
        if recording:
            yield Voice(script, recording)


def heard(publication: Seen, award_round: PublicRound) -> bool:
    """Return whether the site offers a voice of a round."""
    return any((file.piece, file.year) == (SHARED.name, award_round.year) for file in publication.files)


def transcript(script: Script) -> list[str]:
    """Return what is heard, sentence by sentence, for readers: figures and names as they are written."""
    paragraphs = [paragraph for paragraph in script.view["paragraphs"] if not paragraph["cue"]]
    return [
        "".join((run["written"] or run["say"]) + run["tail"] for run in paragraph["runs"] if run["kind"] != "breath")
        for paragraph in paragraphs[: len(script.once)]
    ]


def shared_path(script: Script) -> str:
    """Return the path within `build/` of the voice that everybody may hear."""
    return f"loudspeaker/{script.scene.award_round.year}/audio/{script.key}.mp3"


def title(script: Script) -> str:
    """Return the title of a recording, in lists and in a player."""
    award_round = script.scene.award_round
    plain = labels.VOICE_TITLE.format(called=_called(script), year=award_round.year)
    return labels.VOICE_OF_SAMPLE.format(title=plain) if award_round.sample else plain


def _called(script: Script) -> str:
    return labels.VOICE_CALLED.format(voice=labels.VOICE, village=script.scene.village.number, news=script.news)


def _lay_out_shared(publication: Publication) -> Iterable[Sheet]:
    """Lay out what everybody may hear: one reading only, since a listener can play it again."""
    for voice in voices(publication):
        if voice.recording.shared:
            yield _sheet(voice, shared_path(voice.script), twice=False)


def _lay_out_wav(publication: Publication) -> Iterable[Sheet]:
    return _on_stick(publication, "wav")


def _lay_out_mp3(publication: Publication) -> Iterable[Sheet]:
    return _on_stick(publication, "mp3")


def _on_stick(publication: Publication, ending: str) -> Iterator[Sheet]:
    """Lay out the files of a USB stick; players sort by name, so names begin with a number."""
    for year, group in groupby(voices(publication), lambda voice: voice.script.scene.award_round.year):
        for number, voice in enumerate(group, 1):
            path = f"loudspeaker/{year}/usb/{number:02}_{voice.script.key}.{ending}"
            way = labels.STICK.format(format=ending.upper())
            yield _sheet(voice, path, way, twice=voice.recording.twice)


def _sheet(voice: Voice, path: str, way: str = "", *, twice: bool) -> Sheet:
    """Return a file to play, with the words it says."""
    script, recording = voice
    view: View = {
        "title": title(script),
        "sound": sound_name(recording.sound),
        "chime": recording.chime,
        "twice": twice,
        "paragraphs": script.view["paragraphs"],
    }
    return Sheet(
        path,
        f"{title(script)} ({way})" if way else title(script),
        view,
        year=script.scene.award_round.year,
        sounds=(recording.sound,),
        called=_called(script),
        design=script.key,
        way=way,
        moo=script.scene.village.moo,
        standing=script.standing,
    )


SHARED = Piece("voice", f"{labels.VOICE} (ไฟล์ฟัง)", _lay_out_shared, MP3, "", "none", use=uses.LISTENERS, kind="air")
STICK_WAV = Piece(
    "stick_wav",
    f"{labels.VOICE} (แฟลชไดรฟ์ WAV)",
    _lay_out_wav,
    WAV,
    "",
    "none",
    audience="internal",
    use=uses.STICK,
    kind="air",
)
STICK_MP3 = Piece(
    "stick_mp3",
    f"{labels.VOICE} (แฟลชไดรฟ์ MP3)",
    _lay_out_mp3,
    MP3,
    "",
    "none",
    audience="internal",
    use=uses.STICK,
    kind="air",
)
