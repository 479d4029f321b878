"""Changes of a .docx that somebody else made: comments, and changes of formatting.

Nothing is written anew: what changes is spliced into the bytes of the part, and all the rest
stays as it is.
"""
