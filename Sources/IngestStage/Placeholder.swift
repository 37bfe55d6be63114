// The first file of IngestStage comes here.
