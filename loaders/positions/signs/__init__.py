"""The sign of a stance, composed from the cues of a clause."""
