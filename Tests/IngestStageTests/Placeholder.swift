// The first test of IngestStage comes here.
