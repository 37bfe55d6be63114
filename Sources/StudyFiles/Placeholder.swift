// The first file of StudyFiles comes here.
