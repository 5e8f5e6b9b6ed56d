"""The library as data for machines and spreadsheets: JSON with its schemas, tables, a catalogue, linked data.

Every file is made from the one Library; the page /data/ describes them all.
"""
