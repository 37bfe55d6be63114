// The first file of ConfidentialRecords comes here.
