"""Tests that click through the app in a real browser, and the script that takes its pictures."""
