"""What machines see in pictures: intake of files, readers of text, taggers, a classifier, and degradations.

A picture is an array of pixels and nothing else, so that no name, place or date of a file travels along with it.
"""
