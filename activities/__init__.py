"""Code that touches the world: the record store, the notice outbox."""
