// The first file of FileSafety comes here.
