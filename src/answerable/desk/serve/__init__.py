"""Running the site from the command line: the data folder, the first start, the web server.

``settle`` points Django at a data folder; ``bring_up_to_date`` makes its tables; ``run`` serves.
"""
