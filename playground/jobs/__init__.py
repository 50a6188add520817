"""What the processes beside the server do: modules that never import Streamlit, since a worker imports them alone."""
