"""What stands around Streamlit in the one process: the site, codes, health, headers, the log, a kiosk."""
