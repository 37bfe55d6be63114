// The first test of FileSafety comes here.
