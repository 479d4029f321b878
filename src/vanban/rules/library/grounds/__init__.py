"""Rules on căn cứ and on the citation of other documents."""
