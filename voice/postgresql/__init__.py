"""PostgreSQL as Django has it, but asked less often whether it is still there."""
