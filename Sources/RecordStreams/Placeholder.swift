// The first file of RecordStreams comes here.
