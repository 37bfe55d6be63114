// The first file of RenderStage comes here.
