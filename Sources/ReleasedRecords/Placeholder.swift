// The first file of ReleasedRecords comes here.
