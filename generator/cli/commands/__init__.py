"""All commands, in the order of the help: one module each, named after the command's own words."""

from __future__ import annotations

from generator.cli.commands import (
    build,
    check,
    desk,
    excel_in,
    excel_out,
    freeze,
    import_audio,
    import_survey,
    init,
    new,
    pace,
    pack,
    papers,
    proof,
    publish,
    rehearse,
    say,
    serve,
    tally,
    withdraw,
)

COMMANDS = (
    init.COMMAND,
    new.COMMAND,
    desk.COMMAND,
    excel_out.COMMAND,
    excel_in.COMMAND,
    check.COMMAND,
    build.COMMAND,
    serve.COMMAND,
    pack.COMMAND,
    proof.COMMAND,
    publish.COMMAND,
    import_audio.COMMAND,
    import_survey.COMMAND,
    papers.COMMAND,
    tally.COMMAND,
    pace.COMMAND,
    say.COMMAND,
    rehearse.COMMAND,
    withdraw.COMMAND,
    freeze.COMMAND,
)
