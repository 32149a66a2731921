"""Pictures: a holder's line over time, blocs by principles, networks; with Arabic shaped and in its order."""
