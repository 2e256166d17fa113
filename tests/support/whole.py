"""Which tests run with `--whole` alone: before a release, not at every commit."""

from __future__ import annotations

import re

ALIKE = tuple(
    map(
        re.compile,
        (
            # servers of a kind of which another is tried: OpenSSH, vsftpd over TLS and a folder stay
            r"^publishing/.*\[(?:.+-)?(?:bare|vsftpd|proftpd(?:-tls)?|pureftpd(?:-tls)?)(?:-.+)?\]$",
            # cuts of faces that end lines and are read as others; the twelve columns of running text stay
            r"^thai/test_line_ends.py::test_no_line_ends.*\[Tonbaep (?!Text 400).*\]$",
            r"^thai/test_line_ends.py::test_four_readers.*\[Tonbaep (?:Display|Serif|Text|Paper) 700-.*\]$",
            # what is told of settings that are broken in other ways
            r"^site/test_own_parts.py::test_broken_settings_and_templates_are_told.*\[a template's.*\]$",
            # cards of rounds that share their drawing with a smaller or larger one
            r"^pieces/social/test_sharing.py::test_every_word_of_a_card.*\[[5689] winners\]$",
            # what keys do in the search from a disk, as on a host; what is found is asked on both
            r"^site/test_search.py::test_(?!every_phrase_that_stands_on_a_page_is_found\[disk-typed).*\[disk",
            # the longest form of the desk with too long a word in each field, as in all its other forms
            r"^desk/test_desk_hard.py::test_whatever_the_door_says.*\[(?!programme).*far too long\]$",
            # sheets in two more pairs of an office's colours
            r"^press/test_contrast.py::test_every_word.*\[#(?:009485-#555555|2e7d32-#ffd9e8)\]$",
        ),
    )
)
"""Rows of a table that differ in what is no matter for what they guard."""

RARE = (
    "amending/test_import_audio.py::test_a_new_reading_takes_the_place_of_the_old_and_leaves_the_others",
    "amending/test_import_audio.py::test_a_voice_that_says_something_else_than_its_script_is_left_out_with_a_warning",
    "amending/test_import_audio.py::test_a_voice_whose_reader_did_not_agree_is_on_the_stick_alone",
    "amending/test_numbering.py::test_the_first_number_of_a_year_is_the_registers_to_say",
    "amending/test_withdraw.py::test_the_records_are_read_twice_and_no_more",
    "amending/test_withdraw.py::test_what_hangs_outside_is_named_though_it_was_never_packed",
    "batch/test_batch.py::test_a_clock_that_fell_back_takes_no_result_off_a_site",
    "batch/test_batch.py::test_a_damaged_ledger_is_set_aside_and_the_offices_are_known_all_the_same",
    "batch/test_batch.py::test_a_list_may_name_offices_anywhere",
    "batch/test_batch.py::test_each_listed_job_works_by_itself_and_the_batch_then_finds_all_done",
    "batch/test_engine.py::test_a_scheduler_that_goes_away_is_told_and_what_was_done_is_there",
    "batch/test_engine.py::test_another_scheduler_s_workers_build_by_the_same_command",
    "batch/test_engine.py::test_workers_that_are_killed_at_work_lose_no_office",
    "batch/test_province.py::test_every_page_can_be_read_by_everybody[1280-light]",
    "batch/test_province.py::test_every_page_can_be_read_by_everybody[360-dark]",
    "batch/test_putting.py::test_one_host_holds_all_and_what_fails_is_told_by_office",
    "building/test_building.py::test_a_sheet_whose_words_fit_at_no_readable_size_is_left_out_and_stops_no_other",
    "building/test_building.py::test_a_workshop_that_was_deleted_is_set_up_again",
    "building/test_building.py::test_only_renews_the_named_piece_and_keeps_the_other_files",
    "building/test_building.py::test_two_machines_on_two_days_make_the_same_bytes[built]",
    "building/test_building.py::test_what_stands_in_two_places_is_counted_once",
    "building/test_preview.py::test_every_page_that_is_looked_at_early_says_so",
    "building/test_resting.py::test_a_folder_of_a_round_that_rests_loses_only_what_was_made",
    "cli/test_cli.py::test_serve_shows_a_change_of_the_records_by_itself",
    "desk/test_desk_browser.py::test_pages_fit_an_old_screen_and_one_that_is_twice_as_large",
    "disclosure/test_publishing.py::test_no_winners_yet_is_a_stage_and_not_an_error",
    "dispatch/test_proof.py::test_a_digest_that_was_entered_changes_no_file_and_a_changed_word_names_the_files_that_differ",
    "dispatch/test_proof.py::test_a_mistyped_digest_is_told_from_a_changed_file",
    "dispatch/test_proof.py::test_twelve_winners_with_long_names_and_without_photos_fill_a_book",
    "dispatch/test_proof.py::test_what_is_to_be_published_is_signed_while_nothing_of_it_stands_anywhere",
    "ledger/test_releases.py::test_a_corrected_word_is_printed_anew_where_bytes_differ_and_told_once_a_use",
    "ledger/test_releases.py::test_packing_again_tells_the_same_again",
    "papers/test_binder.py::test_nothing_of_the_office_is_in_a_pack",
    "papers/test_official_layout.py::test_a_document_opened_and_saved_elsewhere_keeps_text_and_styles",
    "pieces/air/test_plan_names_scripts.py::test_every_script_in_a_plan_is_there_when_it_is_to_be_read[corrected]",
    "pieces/air/test_plan_names_scripts.py::test_every_script_in_a_plan_is_there_when_it_is_to_be_read[sample]",
    "pieces/air/test_plan_names_scripts.py::test_every_script_in_a_plan_is_there_when_it_is_to_be_read[slow]",
    "pieces/paper/test_print_sets.py::test_black_alone_is_black_alone[winner_poster_office]",
    "pieces/paper/test_print_sets.py::test_the_offices_seal_stands_on_every_poster[winner_poster]",
    "pieces/paper/test_print_sets.py::test_whom_a_poster_lists_are_in_all_its_forms",
    "pieces/test_codes.py::test_every_kind_of_sheet_is_read[askew]",
    "pieces/test_codes.py::test_every_kind_of_sheet_is_read[faded]",
    "pieces/test_codes.py::test_every_kind_of_sheet_is_read[grey]",
    "pieces/test_codes.py::test_every_kind_of_sheet_is_read_when_all_goes_wrong",
    "pieces/test_outputs.py::test_every_code_of_the_manifest_decodes_from_the_page",
    "publishing/test_killed.py::test_the_command_is_killed_and_another_computer_goes_on[folder]",
    "publishing/test_killed.py::test_the_command_is_killed_and_another_computer_goes_on[sftp]",
    "publishing/test_opening.py::test_every_page_opens_at_its_second_and_nothing_before[/award]",
    "publishing/test_visited.py::test_a_visitor_of_an_ftp_host_sees_whole_pages",
    "publishing/test_visited.py::test_a_visitor_sees_whole_pages_and_no_link_to_nowhere[folder]",
    "publishing/test_visited.py::test_a_visitor_sees_whole_pages_and_no_link_to_nowhere[openssh]",
    "site/test_again.py::test_what_is_on_every_page_changes_on_all_as_if_they_were_made_from_nothing",
    "site/test_first_screen.py::test_letters_have_six_sizes[1280]",
    "site/test_names.py::test_pages_have_a_script_s_new_name_as_soon_as_it_changes",
    "site/test_old_browsers.py::test_a_browser_that_darkens_pages_by_itself_leaves_every_button_legible[dark]",
    "site/test_old_browsers.py::test_a_browser_that_darkens_pages_by_itself_leaves_every_button_legible[light]",
    "site/test_search.py::test_every_phrase_that_stands_on_a_page_is_found[served-typed]",
    "site/test_site_quality.py::test_a_keyboard_reaches_everything_that_can_be_pressed_and_nothing_unseen[1280]",
    "site/test_site_quality.py::test_a_portrait_is_described_by_who_is_on_it",
    "site/test_site_quality.py::test_no_rule_of_accessibility_is_broken[1280-light]",
    "site/test_site_quality.py::test_no_rule_of_accessibility_is_broken[360-dark]",
    "site/test_site_quality.py::test_nothing_is_blocked_and_nobody_else_is_asked_or_remembered[disk]",
    "site/test_site_quality.py::test_words_can_be_read_in_the_colours_of_any_office[#009485-#555555]",
    "site/test_site_quality.py::test_words_can_be_read_in_the_colours_of_any_office[#f5c400-#7b1e3a]",
    "survey/test_command.py::test_a_province_needs_hardly_more_memory_than_a_village",
    "tally/test_libreoffice.py::test_libreoffice_shows_the_same_as_opened_and_recalculated[0]",
    "tally/test_libreoffice.py::test_libreoffice_shows_the_same_as_opened_and_recalculated[1]",
    "test_share.py::test_a_batch_gives_the_address_to_every_worker",
    "test_share.py::test_another_machine_presses_nothing_and_makes_the_same[s3]",
    "thai/test_line_end_check.py::test_every_text_of_the_set_passes_at_its_own_ends_and_fails_at_any_other",
    "thai/test_notices.py::test_on_paper_one_end_in_a_thousand_is_bad_and_no_title_is_cut_inside_a_phrase",
)
"""What takes longest, and guards what others guard in part: run with `--whole`, before a release."""


def leaves_out(name: str) -> bool:
    """Return whether a test is left out of the usual run, by its name below `tests/`."""
    return name in RARE or any(pattern.match(name) for pattern in ALIKE)
