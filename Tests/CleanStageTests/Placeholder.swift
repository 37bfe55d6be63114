// The first test of CleanStage comes here.
