"""The recount: rules, scores, what citizens said and the result in a workbook that reckons by itself.

Every step of `generator.tally.counting` is a formula, with the value beside it that it comes to. Whole numbers stay
whole up to the end, so that half a hundredth falls to the same side in every program; nothing is rounded on the way.
It names everybody who was nominated and is for the office alone.
"""
