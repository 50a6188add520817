"""One reviewed source of truth per AI service: from YAML to transparency notes, notices and evidence.

`read` and `load` turn YAML into a Service or Deployment, `view` decides what a reader is shown, `check` finds what
is missing or stale, `render` makes pages, `write` puts them in place: see `toolkit.build`.
"""

__version__ = "0.1.0"
