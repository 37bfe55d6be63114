// The first test of Golden comes here.
