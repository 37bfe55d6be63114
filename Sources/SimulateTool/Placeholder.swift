// The first file of SimulateTool comes here.
