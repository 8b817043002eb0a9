"""Messages of the Vehicle Command Protocol; `script/gen_proto` generates the code from the `.proto` files."""
