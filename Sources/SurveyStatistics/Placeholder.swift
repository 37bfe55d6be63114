// The first file of SurveyStatistics comes here.
