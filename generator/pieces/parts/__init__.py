"""What pieces share: the frame of a sheet, words for dates and figures, drawings, uses, and who stands on a sheet."""
