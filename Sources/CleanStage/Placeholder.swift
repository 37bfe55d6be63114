// The first file of CleanStage comes here.
