// The first test of Diagnostics comes here.
