// The first test of RenderStage comes here.
