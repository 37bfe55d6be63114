// The first test of RecordStreams comes here.
