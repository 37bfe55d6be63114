// The first test of SwedishText comes here.
