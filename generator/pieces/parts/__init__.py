"""What pieces share: whose sheet it is, words for dates and figures, drawings, uses, who stands on a sheet."""
