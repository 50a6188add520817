"""What a study keeps: its protocol, who takes part under which code, every answer, and a log that nobody can change."""
