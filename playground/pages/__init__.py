"""The pages, each a script that Streamlit runs from its first line to its last."""
