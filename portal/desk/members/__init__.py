"""Members find one another, and are written to without their address being shown."""
