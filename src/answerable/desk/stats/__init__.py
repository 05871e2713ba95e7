"""Statistics as the s.45 Code asks, from closed periods, with small numbers kept safe."""
