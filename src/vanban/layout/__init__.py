"""What was observed in a .docx: plain data, all styles resolved, no judgement.

Read from our own output and from anybody else's alike; the rules about layout look at
nothing else. ``document`` names everything that the room offers.
"""
