"""What amoCRM is to be given: chosen from the project, written in its API's words, or told to people."""
