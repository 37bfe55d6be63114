// The first test of Records comes here.
