print("gridflex")
