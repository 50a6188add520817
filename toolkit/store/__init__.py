"""What people hand in and what is kept of it: one database, SQLite beside the project or PostgreSQL by address."""
