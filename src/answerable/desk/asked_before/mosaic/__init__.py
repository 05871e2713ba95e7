"""From a round robin to the national picture: the other bodies' answers as the mosaic names them."""
