// The first test of SimulateTool comes here.
