"""A recorded voice: read from what phones write, trimmed, levelled as measured by another meter, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from generator import sound
from generator.sound import chime, files, loudness, mastering, mp4, recording
from generator.sound.recording import Refused
from tests.support import voices
from tests.support.voices import RATE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from generator.sound.loudness import Sound

pytestmark = pytest.mark.usefixtures("builds")
"""As much work as a publication: sound is decoded, measured and written."""

SPOKEN = 8.0

BOTH = ("-af", "pan=stereo|c0=c0|c1=c0")
"""The same on both channels; plain `-ac 2` would turn it down."""


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a voice of eight seconds as a phone's recorder might write it, with what phones add to it."""
    plain = voices.wav(tmp_path_factory.mktemp("voice") / "plain.wav", voices.recorded(SPOKEN))
    tags = ("artist=Somsri", "title=secret", "location=+13.7563+100.5018/", "com.android.version=14")
    options = [part for tag in tags for part in ("-metadata", tag)]
    return voices.encoded(plain, "voice.m4a", "-c:a", "aac", "-b:a", "64k", *options)


@pytest.fixture(scope="module")
def master(voice: Path) -> Sound:
    """Return that voice, mastered."""
    return mastering.master(recording.opened(voice), 60).sound


def _as_sound(values: NDArray[np.float64]) -> Sound:
    return values.astype(np.float32)


def test_a_full_sine_has_the_loudness_that_the_standard_gives_it() -> None:
    """ITU-R BS.1770-4: 997 Hz at full scale in one channel is -3.01 LKFS."""
    sine = np.sin(2 * np.pi * 997 * np.arange(5 * RATE) / RATE)
    assert loudness.integrated(_as_sound(sine)) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize(("pause", "peak"), [(0, 0.9), (3, 0.3), (6, 0.05)])
def test_loudness_and_peak_agree_with_another_meter(tmp_path: Path, pause: float, peak: float) -> None:
    """Pauses must not count, or a slow reader would be made louder than a fast one."""
    whole = np.concatenate([voices.speech(3, peak=peak), voices.room(pause), voices.speech(3, peak=peak, seed=5)])
    there = voices.measured(voices.wav(tmp_path / "a.wav", whole))
    assert loudness.integrated(_as_sound(whole)) == pytest.approx(there.loudness, abs=0.15)
    assert mastering.loudest(_as_sound(whole)) == pytest.approx(there.peak, abs=0.25)


def test_the_peak_between_two_samples_is_seen() -> None:
    """A sine at a quarter of the rate, sampled off its tops, is 3 dB higher than any of its samples."""
    sine = np.sin(2 * np.pi * np.arange(RATE) / 4 + np.pi / 4)
    middle = loudness.true_peaks(_as_sound(sine))[200:-200]
    assert np.abs(sine).max() == pytest.approx(0.707, abs=0.001)
    assert middle.max() == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.wav", ()),
        ("a24.wav", ("-c:a", "pcm_s24le", "-ar", "48000", *BOTH)),
        ("phone.wav", ("-c:a", "pcm_mulaw", "-ar", "8000")),
        ("a.mp3", ("-b:a", "96k", *BOTH)),
        ("a.m4a", ("-c:a", "aac", "-b:a", "64k")),
        ("stereo.m4a", ("-c:a", "aac", "-ar", "48000", *BOTH)),
        ("moov-first.m4a", ("-c:a", "aac", "-movflags", "faststart")),
        ("low.m4a", ("-c:a", "aac", "-ar", "22050", "-b:a", "32k")),
        ("misnamed.wav", ("-c:a", "aac", "-f", "mp4")),
        ("a.flac", ()),
    ],
)
def test_what_phones_and_recorders_write_is_read(tmp_path: Path, name: str, options: tuple[str, ...]) -> None:
    """Whatever the file's name and format, the same voice of the same length comes out."""
    whole = voices.recorded(4)
    made = voices.encoded(voices.wav(tmp_path / "source.wav", whole), name, *options)
    heard = recording.opened(made)
    assert len(heard) / RATE == pytest.approx(len(whole) / RATE, abs=0.15)
    assert loudness.integrated(heard) == pytest.approx(voices.measured(tmp_path / "source.wav").loudness, abs=1.2)


def test_a_film_of_a_reader_gives_its_sound(tmp_path: Path) -> None:
    """Somebody who recorded with the camera by mistake need not read again."""
    plain = voices.wav(tmp_path / "plain.wav", voices.recorded(4))
    film = ("-f", "lavfi", "-i", "testsrc=s=64x64:d=7", "-c:v", "mpeg4", "-c:a", "aac", "-shortest")
    heard = recording.opened(voices.encoded(plain, "film.mp4", *film))
    assert len(heard) / RATE == pytest.approx(7, abs=0.2)


@pytest.mark.parametrize("form", get_args(files.Format))
@pytest.mark.parametrize("peak", [0.02, 0.2, 0.99])
def test_every_voice_comes_out_at_one_level(tmp_path: Path, form: files.Format, peak: float) -> None:
    """A village must not have to change the volume between two announcements.

    MP3 must not exceed the ceiling either.
    """
    raw = _as_sound(voices.recorded(SPOKEN, peak=peak))
    played = mastering.assembled(mastering.master(raw, 60).sound, with_chime=True, twice=False)
    file = tmp_path / f"out.{form}"
    file.write_bytes(files.written(played, form, "ประกาศ"))
    there = voices.measured(file)
    assert there.loudness == pytest.approx(-16, abs=1)
    assert there.peak <= -1


def test_a_voice_with_hard_peaks_is_held_without_becoming_quiet() -> None:
    """A clap or a popping microphone must not leave the words at half their level."""
    raw = voices.recorded(SPOKEN, peak=0.1)
    raw[3 * RATE : 7 * RATE : RATE // 2] = 0.98
    made = mastering.master(_as_sound(raw), 60).sound
    assert mastering.loudest(made) <= -2
    assert loudness.integrated(made) == pytest.approx(-16, abs=1)


def test_silence_goes_at_the_ends_and_stays_between_sentences() -> None:
    """The slot is for words; a pause between two is part of the reading."""
    pause = np.concatenate([voices.speech(3), np.zeros(2 * RATE), voices.speech(3)])
    raw = np.concatenate([voices.room(4), pause + voices.room(8), voices.room(5)])
    made = mastering.trimmed(_as_sound(raw))
    assert len(made) / RATE == pytest.approx(8 + 2 * sound.QUIET, abs=0.35)


@pytest.mark.parametrize("level", [0.0001, 0.002, 0.006])
def test_a_noisy_room_and_a_tap_on_the_phone_are_no_words(level: float) -> None:
    """Recording begins and ends with a tap, in an office with a fan."""
    raw = voices.room(12, level=level)
    raw[3 * RATE : 9 * RATE] += voices.speech(6)
    for tap in (0.2, 11.5):
        raw[round(tap * RATE) : round((tap + 0.02) * RATE)] += 0.5
    made = mastering.trimmed(_as_sound(raw))
    assert len(made) / RATE == pytest.approx(6 + 2 * sound.QUIET, abs=0.4)


@pytest.mark.parametrize("other", [0.0, 0.0004])
def test_a_dead_channel_does_not_halve_the_voice(tmp_path: Path, other: float) -> None:
    """A lapel microphone on one side of a stereo recorder is the usual way to record."""
    whole = voices.recorded(4)
    both = np.stack([voices.room(len(whole) / RATE, level=other), whole], axis=1)
    heard = recording.opened(voices.wav(tmp_path / "a.wav", both))
    assert np.abs(heard).max() == pytest.approx(np.abs(whole).max(), rel=0.02)


def test_channels_against_each_other_do_not_cancel_out(tmp_path: Path) -> None:
    """A wrongly soldered cable inverts one side; the mean of both would be silence."""
    whole = voices.recorded(4)
    heard = recording.opened(voices.wav(tmp_path / "a.wav", np.stack([whole, -whole], axis=1)))
    assert np.abs(heard).max() == pytest.approx(np.abs(whole).max(), rel=0.02)


def test_what_is_too_long_is_told_by_how_much() -> None:
    """A reader who is four seconds over knows what to leave out; silence around the words does not count."""
    raw = _as_sound(voices.recorded(9, before=4, after=4))
    assert mastering.master(raw, 10).seconds == pytest.approx(9, abs=0.3)
    with pytest.raises(Refused) as found:
        mastering.master(raw, 5)
    assert "5 วินาที" in found.value.message.th
    assert "4 วินาที" in found.value.message.th
    assert "--slot" in found.value.fix.th


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (voices.room(10, level=0.0003), "เงียบ"),
        (np.zeros(10 * RATE), "เงียบ"),
        (np.zeros(3), "เงียบ"),
        (voices.recorded(1.5), "1."),
    ],
    ids=["room", "nothing", "three-samples", "a-cough"],
)
def test_a_file_without_a_reading_is_refused(raw: NDArray[np.float64], word: str) -> None:
    """A wrong file among this morning's ten must not reach the loudspeaker."""
    with pytest.raises(Refused) as found:
        mastering.master(_as_sound(raw), 60)
    assert word in found.value.message.th


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a letter", b"%PDF-1.7\n" * 50, np.random.default_rng(1).bytes(9000)]
)
@pytest.mark.parametrize("name", ["a.mp3", "a.m4a", "a.wav"])
def test_what_is_no_sound_is_refused_in_words(tmp_path: Path, content: bytes, name: str) -> None:
    """A letter renamed to .mp3 is the clerk's mistake, not the program's."""
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(Refused) as found:
        recording.opened(file)
    assert "M4A" in found.value.fix.th


def test_a_file_of_another_codec_is_refused_in_words(tmp_path: Path) -> None:
    """Apple's lossless format and Opus come in files that look the same from outside."""
    plain = voices.wav(tmp_path / "plain.wav", voices.recorded(3))
    for made in (voices.encoded(plain, "a.m4a", "-c:a", "alac"), voices.encoded(plain, "a.ogg", "-c:a", "libopus")):
        with pytest.raises(Refused):
            recording.opened(made)


def test_a_huge_or_endless_file_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recording of a whole afternoon's meeting is the most likely wrong file."""
    file = tmp_path / "meeting.wav"
    with file.open("wb") as out:
        out.truncate(recording.LARGEST + 1)
    with pytest.raises(Refused) as found:
        recording.opened(file)
    assert "200" in found.value.message.th
    monkeypatch.setattr(recording, "LONGEST", 3)
    with pytest.raises(Refused) as found:
        recording.opened(voices.wav(file, voices.recorded(4)))
    assert "ยาวเกิน" in found.value.message.th


def test_no_damage_to_a_file_is_the_programs_fault(voice: Path, tmp_path: Path) -> None:
    """A USB stick pulled out too early leaves arbitrary bytes; each ends in sound or in words."""
    lot, refused = np.random.default_rng(3), 0
    for whole in [voice.read_bytes(), voices.encoded(voice, "voice.wav").read_bytes()[: 2 * RATE]] * 75:
        value = bytearray(whole)
        head = max(value.find(b"moov"), 0)
        for _ in range(lot.choice((1, 4, 30))):
            place = int(lot.integers(head, head + 600) if lot.random() < 0.5 else lot.integers(len(value)))
            value[place : place + 4] = (lot.bytes(4), b"\xff" * 4, bytes(4))[lot.integers(3)]
        file = tmp_path / "damaged"
        file.write_bytes(value[: int(lot.integers(len(value))) if lot.random() < 0.5 else None])
        try:
            assert len(recording.opened(file)) <= recording.LONGEST * RATE
        except Refused:
            refused += 1
    assert 0 < refused < 150


def test_a_clipped_voice_is_doubted_and_a_loud_one_is_not() -> None:
    """Nothing repairs clipping; a person must hear whether it is still clear."""
    loud = voices.recorded(6, peak=0.97)
    assert mastering.master(_as_sound(loud), 60).doubts == ()
    (doubt,) = mastering.master(_as_sound(np.clip(4 * loud, -1, 1)), 60).doubts
    assert "เสียงแตก" in doubt[0].th


@pytest.mark.parametrize("form", get_args(files.Format))
def test_nothing_of_the_phone_comes_out_again(voice: Path, master: Sound, tmp_path: Path, form: files.Format) -> None:
    """Where and by whom it was recorded is nobody's business; only a title is written, complete in Thai."""
    assert b"Somsri" in voice.read_bytes()
    file = tmp_path / f"out.{form}"
    file.write_bytes(files.written(master, form, "เสียงประกาศ หมู่ที่ ๑"))
    found = voices.probed(file)
    tags = {**found["format"].get("tags", {}), **found["streams"][0].get("tags", {})}
    assert tags.pop("encoder", "LAME").startswith("LAME")
    assert tags == ({"title": "เสียงประกาศ หมู่ที่ ๑"} if form == "mp3" else {})
    assert (found["streams"][0]["channels"], found["streams"][0]["sample_rate"]) == (1, "44100")
    assert b"Somsri" not in files.flac(master)


def test_the_same_voice_is_the_same_bytes(voice: Path, master: Sound) -> None:
    """A changed file is a changed recording, and nothing else."""
    again = mastering.master(recording.opened(voice), 60).sound
    assert files.flac(again) == files.flac(master)
    for form in get_args(files.Format):
        assert files.written(again, form, "ก") == files.written(master, form, "ก")


def test_the_chime_comes_first_and_the_voice_after_a_pause(master: Sound) -> None:
    """Heads turn at the chime; words that begin at once are lost. What is stored is what is played, to the last bit."""
    kept = files.unpacked(files.flac(master))
    assert np.abs(kept - master).max() <= 1 / (1 << 15)
    played = mastering.assembled(kept, with_chime=True, twice=True)
    start, pause = round(sound.CHIME * RATE), round(sound.AFTER_CHIME * RATE)
    assert loudness.integrated(played[:start]) == pytest.approx(-18, abs=0.5)
    assert not played[start : start + pause].any()
    assert (played[start + pause :][: len(kept)] == kept).all()
    assert len(played) / RATE == pytest.approx(sound.playing(len(kept) / RATE - 0.6, chime=True, twice=True), abs=0.01)
    plain = mastering.assembled(kept, with_chime=False, twice=False)
    assert len(plain) / RATE == pytest.approx(sound.playing(len(kept) / RATE - 0.6, chime=False, twice=False), abs=0.01)


def test_the_chime_is_three_tones_that_a_horn_carries() -> None:
    """A horn loudspeaker plays nothing below 300 Hz; each further second of chime is a second less of news."""
    rung = chime.rung()
    assert len(rung) <= 4 * RATE
    spectrum = np.abs(np.fft.rfft(rung))
    pitches = np.fft.rfftfreq(len(rung), 1 / RATE)
    assert spectrum[pitches < 300].max() < 0.05 * spectrum.max()
    highest = {round(pitches[np.argmax(np.where(abs(pitches - tone) < 40, spectrum, 0))]) for tone in (523, 659, 784)}
    assert highest == {523, 659, 784}
    assert np.abs(rung[-10:]).max() < 0.001


def test_a_box_that_leads_outside_its_file_is_no_way_out() -> None:
    """Sizes stated in a file need not be true."""
    box = b"\0\0\0\x10ftypM4A \0\0\0\0"
    for size in (0, 1, 7, 8, 0xFFFFFFFF):
        with pytest.raises(mp4.Unusable):
            mp4.adts(box + size.to_bytes(4, "big") + b"moov" + b"\0" * 8)
