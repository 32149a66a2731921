"""The door for agents: a server of the Model Context Protocol over the same questions as REST, read-only."""
