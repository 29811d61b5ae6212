"""What is known about the world: people, courses and organisations, what is true of them and happened."""
