// The first test of AggregateStage comes here.
