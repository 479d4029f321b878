"""Rules on a .docx that data cannot say, a file a rule or a tight family."""
