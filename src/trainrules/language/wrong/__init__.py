"""What an author is told of a sentence that does not parse: where, what could stand there, a repair."""
