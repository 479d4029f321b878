"""Rules on single printed forms: minutes, decisions, copies, normative texts."""
