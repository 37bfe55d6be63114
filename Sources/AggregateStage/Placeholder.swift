// The first file of AggregateStage comes here.
