// The first file of SwedishText comes here.
