"""The load generator: it asks what a browser asks, and notices what fails or is lost."""
