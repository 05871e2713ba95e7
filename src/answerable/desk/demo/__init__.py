"""A made-up authority to try the site with: its people, its services, some sixty requests.

``world`` makes the authority and its people, ``stories`` says what becomes of each request of
``requests.yaml``, ``make`` lets it happen day by day through the same actions that officers use.
"""
