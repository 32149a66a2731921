"""From a document to positions and events: voice, holder, target, stance, bloc links."""
