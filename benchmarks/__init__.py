"""How fast the wizard is, beside an empty app and a plain page: `python -m benchmarks.run`."""

import os

# Servers stay quiet, and so does Streamlit's test frame about the server it does not have.
os.environ.setdefault("STREAMLIT_LOGGER_LEVEL", "error")
