"""The desk's pages and what they may do; every value reaches a page through a template that escapes it."""

from __future__ import annotations

import io
from functools import cached_property, partial
from pathlib import PurePath
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, abort, make_response, redirect, render_template, request, send_file
from werkzeug.exceptions import HTTPException

from generator import qr
from generator.amending import unsaved
from generator.desk import doing, labels, look, standing, today, voices
from generator.desk.actions import ACTIONS, SECRET
from generator.desk.actions import BY_WORD as ACTION_BY_WORD
from generator.desk.answers import Answers
from generator.desk.guard import POLICY_OF_FILE, POLICY_OF_SHOWN, POLICY_OF_VOICE
from generator.desk.jobs import Job
from generator.desk.pages import BY_WORD, CONSENT, PAGES, PEOPLE
from generator.desk.phone import Phone
from generator.problems import ProblemsFound, Text
from generator.thai.dates import moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from werkzeug.wrappers import Response

    from generator.amending.held import Held
    from generator.desk.exchanging import Exchanging
    from generator.desk.forms import Forms
    from generator.desk.guard import Guard
    from generator.desk.jobs import Run
    from generator.desk.viewer import Viewer
    from generator.problems import Language

    _Way = tuple[str, Callable[..., Any]]

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INTERNAL_SERVER_ERROR: Final = 500
_FORM, _PARTS = 2 * 1024 * 1024, 5_000
"""Bytes and fields of a form without its photo."""
_REFUSED = {400: labels.NOT_ALLOWED, 403: labels.NOT_ALLOWED, 413: labels.TOO_LARGE}
_SHOWN = "/show/<key>/<int:year>/<any(before, after):when>"
_FORMS = ("/<int:year>/<word>/", "/<int:year>/<word>/<int:entry>/")


def desk(
    held: Held,
    guard: Guard,
    run: Run,
    open_folder: Callable[[str], object] | None = None,
    language: Language = "th",
    phone: Phone | None = None,
) -> Flask:
    """Return the desk of a project, in one language."""
    app = Flask(__name__)
    app.config.update(MAX_CONTENT_LENGTH=voices.LARGEST + _FORM, MAX_FORM_MEMORY_SIZE=_FORM, MAX_FORM_PARTS=_PARTS)
    app.jinja_env.autoescape = True  # whatever a template is called
    app.jinja_env.finalize = partial(_told, language)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    guard.watch(app)
    answers = Answers()
    answers.watch(app)
    app.before_request(_bounded)
    rooms = _Rooms(held, Job(run), open_folder or _open, phone or Phone(held.workshop.outputs / "site"), answers)
    app.context_processor(lambda: {**rooms.shared(), "language": language})
    app.register_error_handler(HTTPException, rooms.refused)
    shown: tuple[_Way, ...] = (
        ("/", rooms.first),
        ("/begin", rooms.begin),
        ("/<int:year>/", rooms.next_steps),
        ("/<int:year>/today/<path:path>", rooms.sheet),
        ("/<int:year>/do/", rooms.actions),
        ("/<int:year>/voice/", rooms.voice),
        ("/<int:year>/excel/", rooms.excel),
        ("/<int:year>/excel/<any(out, marked):which>", rooms.book),
        ("/job", rooms.job),
        ("/phone", rooms.phone),
        ("/phone.svg", rooms.code),
        ("/look/<name>", rooms.looks),
        ("/picture/<digest>", rooms.picture),
        *((f"{_SHOWN}/{end}", room) for end, room in rooms.shown()),
        *((address, rooms.form) for address in _FORMS),
    )
    done: tuple[_Way, ...] = (
        ("/begin", rooms.begin),
        ("/undo", rooms.undo),
        ("/<int:year>/do/<word>", rooms.start),
        ("/<int:year>/voice/", rooms.voice_taken),
        ("/<int:year>/excel/", rooms.excel_back),
        ("/job", rooms.agree),
        ("/folder", rooms.folder),
        ("/phone", rooms.phone_turned),
        *((address, rooms.posted) for address in _FORMS),
    )
    for method, ways in (("GET", shown), ("POST", done)):
        for address, view in ways:
            app.add_url_rule(address, f"{method} {address}", view, methods=[method])
    return app


class _Rooms:
    """What answers at each address."""

    def __init__(
        self, held: Held, job: Job, open_folder: Callable[[str], object], phone: Phone, answers: Answers
    ) -> None:
        self._held, self._job, self._open_folder, self._answers = held, job, open_folder, answers
        self._phone, self._lock = phone, Lock()
        self._opened: Forms | None = None
        self._brought = doing.Brought(held)
        job.over = self._brought.forget

    @property
    def _forms(self) -> Forms:
        """Loaded with the first form: it brings the schema, which a first page without drafts need not wait for."""
        from generator.desk.forms import Forms

        with self._lock:
            self._opened = self._opened or Forms(self._held, lambda: self._viewer)
        return self._opened

    @cached_property
    def _viewer(self) -> Viewer:
        """Loaded with the first form: it brings all pieces and presses, which the first page need not wait for."""
        from generator.desk.viewer import Viewer

        return Viewer(self._held)

    def shared(self) -> dict[str, Any]:
        """Return what every page shows around itself."""
        args, years = request.view_args or {}, self._held.years()
        year = args.get("year") or next(iter(years), 0)
        return {"labels": labels, "pages": PAGES, "year": year, "years": years, "here": args.get("word", "")}

    def first(self) -> Response:
        """Lead to the newest year."""
        years = self._held.years()
        return redirect(f"/{years[0]}/" if years else "/begin")

    def begin(self) -> Response | tuple[str, int]:
        """Ask a new office eight questions, or write the records that their answers make."""
        if self._held.years():
            return redirect("/")
        from generator.desk.beginning import Beginning

        beginning = Beginning(self._held, request.form)
        if request.method == "POST" and (year := beginning.write()):
            return redirect(f"/{year}/{PEOPLE}/0/", 303)
        return render_template("begin.html.j2", beginning=beginning), 422 if request.method == "POST" else 200

    def next_steps(self, year: int) -> str:
        """Show what comes next."""
        self._known(year)
        drafts = self._forms.drafts.all(year) if unsaved.waiting(self._held.workshop) else []
        return render_template("next.html.j2", drafts=drafts, **standing.overview(self._held, year))

    def sheet(self, year: int, path: str) -> Response:
        """Return a finished file that hangs today."""
        self._known(year)
        found = today.opened(self._held, year, path) or abort(404)
        answer = send_file(
            io.BytesIO(found.value), mimetype=found.kind, as_attachment=not found.is_shown, download_name=found.name
        )
        answer.headers["Content-Security-Policy"] = POLICY_OF_FILE
        return answer

    def form(self, year: int, word: str, entry: int | None = None) -> tuple[str, int]:
        """Show a form."""
        self._known(year, word)
        view, code = self._forms.shown(BY_WORD[word], year, entry, saved=request.args.get("saved", ""))
        return _page(word, view), code

    def posted(self, year: int, word: str, entry: int | None = None) -> Response | tuple[str, int]:
        """Take a form."""
        self._known(year, word)
        view, code = self._forms.posted(BY_WORD[word], year, entry, request.form, request.files.get("upload"))
        if code == self._forms.SAVED:
            return redirect(f"/{year}/{word}/{'' if entry is None else f'{entry}/'}?saved=1", code)
        if code == self._forms.LEFT:
            return redirect(request.path, code)
        if code == self._forms.KEPT:
            return "", code
        return _page(word, view), code

    def undo(self) -> str:
        """Take the last saving back."""
        return _said(labels.UNDONE if self._held.undo() else labels.NO_UNDO)

    def actions(self, year: int) -> str:
        """Show the commands that there are buttons for."""
        self._known(year)
        return render_template(
            "do.html.j2",
            actions=ACTIONS,
            people=self._held.people(year),
            papers=doing.papers(),
            official=doing.official(),
            result=self._result(year),
            here="do",
        )

    def _result(self, year: int) -> str:
        """Return the moment of a result that is still to come, as it is typed."""
        records = self._held.read()[0]
        rounds = [each.programme for each in records.rounds if each.programme.year == year] if records else []
        return moment_text(rounds[0].result_at) if rounds and rounds[0].result_at > self._held.moment() else ""

    def start(self, year: int, word: str) -> Response | tuple[str, int]:
        """Begin a command."""
        self._known(year)
        action = ACTION_BY_WORD.get(word) or abort(404)
        given = {asked.name: self._brought.given(asked, year) for asked in action.asked}
        missing = [asked.title for asked in action.asked if asked.due and not given[asked.name]]
        if missing or (action.grave and not request.form.get("sure")):
            return _said(labels.joined(labels.MISSING, *(missing or [labels.SURE]))), 422
        words = action.typed(year, lambda name: given.get(name, ""))
        if not self._job.start(action.title, words, request.form.get(SECRET, ""), shown=action.shown):
            return _said(labels.BUSY), 409
        if word == "withdraw":
            self._answers.forget()
        return redirect("/job", 303)

    def agree(self) -> Response | tuple[str, int]:
        """Keep what a command has shown: it is run once more, with the word that says so."""
        words, title = self._job.words, self._job.title
        if not words or title is None:
            return _said(labels.NO_JOB), 422
        if not self._job.start(title, (*words, "--yes")):
            return _said(labels.BUSY), 409
        return redirect("/job", 303)

    @cached_property
    def _exchanging(self) -> Exchanging:
        """Loaded with the first workbook."""
        from generator.desk.exchanging import Exchanging

        return Exchanging(self._held)

    def excel(self, year: int, told: Mapping[str, Any] | None = None) -> str:
        """Show how the records go out as a workbook, and what one that came back would change."""
        self._known(year)
        told = told or {}
        answer = told.get("answer")
        count = labels.lines(sum(each.many for each in answer.shown)) if answer else ""
        return render_template("excel.html.j2", many=count, here="excel", **told)

    def excel_back(self, year: int) -> tuple[str, int]:
        """Take a workbook, or save what one would change."""
        self._known(year)
        if request.form.get("do") == "save":
            told, code = self._exchanging.agree(request.form.get("shown", ""))
        else:
            told, code = self._exchanging.back(year, request.files.get("book"))
        return self.excel(year, told), code

    def book(self, year: int, which: str) -> Response | tuple[str, int]:
        """Return the records as a workbook, or the last one with its faults marked."""
        self._known(year)
        try:
            found = (f"tonbaep-{year}.xlsx", self._exchanging.out(year)) if which == "out" else self._exchanging.marked
        except ProblemsFound as fault:
            return self.excel(year, {"problems": fault.problems}), 422
        name, value = found or abort(404)
        return send_file(io.BytesIO(value), mimetype=XLSX, as_attachment=True, download_name=name)

    def voice(self, year: int, fault: Text | None = None) -> Response:
        """Show a script to be read, and what records it."""
        self._known(year)
        listed = voices.scripts(self._held, year)
        wanted = request.values.get("script", "")
        read = next((each for each in listed if each.key == wanted), listed[0] if listed else None)
        page = render_template("voice.html.j2", scripts=listed, read=read, fault=fault, here="voice")
        answer = make_response(page, 422 if fault else 200)
        answer.headers["Content-Security-Policy"] = POLICY_OF_VOICE
        return answer

    def voice_taken(self, year: int) -> Response:
        """Take a recording in, by the command for it."""
        self._known(year)
        upload = request.files.get("voice")
        ending = PurePath(upload.filename).suffix.lower() if upload and upload.filename else ""
        if upload is None or ending not in voices.ENDINGS:
            return self.voice(year, labels.VOICE_MISSING)
        file = self._viewer.put_aside(f"voice{ending}", upload.stream.read(voices.LARGEST))
        if not self._job.start(labels.VOICE, voices.typed(file, year, request.form)):
            return self.voice(year, labels.BUSY)
        return redirect("/job", 303)

    def job(self) -> str:
        """Show how far a command is, and what it said."""
        job = self._job
        year = next(iter(self._held.years()), 0)
        problems = [standing.told(each, year) for each in job.problems]
        wrong = any(not problem.warning for problem in job.problems)
        return render_template(
            "job.html.j2", job=job, problems=problems, wrong=wrong, said=labels.progress(job.done, job.of)
        )

    def folder(self) -> str:
        """Open the folder with the finished files in whatever this system shows folders with."""
        path = self._held.workshop.outputs / "build"
        self._open_folder((path if path.is_dir() else self._held.workshop.project).as_uri())
        return _said(labels.OPENED)

    def phone(self, fault: Text | None = None) -> str:
        """Show the address for a telephone, and its code."""
        address = self._phone.address
        return render_template("phone.html.j2", address=address, fault=fault)

    def code(self) -> Response:
        """Return the code of the address for a telephone."""
        address = self._phone.address
        return _file((qr.svg(address).encode(), "image/svg+xml") if address else None)

    def phone_turned(self) -> Response | tuple[str, int]:
        """Open an address for telephones, or close it."""
        if request.form.get("do") == "stop":
            self._phone.stop()
            return redirect("/phone", 303)
        try:
            open_now = self._phone.start()
        except OSError as fault:
            return self.phone(labels.joined(labels.PHONE_REFUSED, str(fault))), 503
        return redirect("/phone", 303) if open_now else (self.phone(labels.PHONE_NOTHING), 409)

    def looks(self, name: str) -> Response:
        """Return a style sheet or a font."""
        return _file(look.file(name, self._held))

    def picture(self, digest: str) -> Response:
        """Return a photo as the door keeps it."""
        return _file(look.picture(digest, self._held))

    def shown(self) -> tuple[_Way, ...]:
        """Return what is shown beside forms, by the ends of its addresses."""
        return (
            ("<path:name>.pdf.jpg", lambda **spot: _file(self._viewer.sheet(**spot))),
            ("<path:name>.html", lambda **spot: _page_shown(self._viewer.page(**spot))),
            ("assets/pictures/<name>", lambda **spot: _file(self._viewer.picture(**spot))),
            ("assets/<path:name>", lambda **spot: _file(self._viewer.asset(**spot))),
        )

    def refused(self, fault: HTTPException) -> tuple[str, int]:
        """Say in a sentence what cannot be had; a stranger learns nothing of the project by it."""
        code = fault.code or INTERNAL_SERVER_ERROR
        if code in _REFUSED:
            return render_template("bare.html.j2", said=_REFUSED[code]), code
        return _said(labels.OUR_FAULT if code == INTERNAL_SERVER_ERROR else labels.NOT_HERE), code

    def _known(self, year: int, word: str | None = None) -> None:
        if year not in self._held.years() or (word is not None and word not in BY_WORD):
            abort(404)


def _open(address: str) -> object:
    import webbrowser  # looks for all browsers of this machine, which no page waits for

    return webbrowser.open(address)


def _bounded() -> None:
    """Bound what brings no photo: only a form in parts is counted while it is read."""
    if request.mimetype != "multipart/form-data":
        request.max_content_length = _FORM


def _page(word: str, view: dict[str, Any]) -> str:
    if view.get("broken"):
        return render_template("broken.html.j2", **view)
    return render_template("consent.html.j2" if word == CONSENT else "form.html.j2", **view)


def _told(language: Language, value: object) -> object:
    """Return what a template shows of a value: of a text, what it says in the desk's language."""
    return value.say(language) if isinstance(value, Text) else value


def _said(text: Text) -> str:
    return render_template("said.html.j2", said=text)


def _page_shown(found: tuple[bytes, str] | None) -> Response:
    answer = _file(found)
    answer.headers["Content-Security-Policy"] = POLICY_OF_SHOWN
    return answer


def _file(found: tuple[bytes, str] | None) -> Response:
    from flask import Response as Answer

    if found is None:
        abort(404)
    return Answer(found[0], mimetype=found[1])
