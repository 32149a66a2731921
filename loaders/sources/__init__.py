"""Where articles come from; each kind of source yields them in its own module."""
