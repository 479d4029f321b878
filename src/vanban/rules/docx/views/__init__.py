"""What rules on a .docx look at, worked out once a document."""
