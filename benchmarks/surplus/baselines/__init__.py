"""What others do, written anew from its described behaviour."""
