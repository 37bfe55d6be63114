// The first test of StudyFiles comes here.
