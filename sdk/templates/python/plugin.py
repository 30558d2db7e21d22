"""Keeps the readings that are hot, keyed by their device."""

import sandbar


def process(record, out, parameters):
    """Called for each record. One that is neither sent on nor rejected is dropped."""
    reading = record.json()
    if not isinstance(reading, dict):
        raise sandbar.Reject("not an object")
    if reading["celsius"] >= parameters["min_celsius"]:
        out.rekey(reading["device"])
