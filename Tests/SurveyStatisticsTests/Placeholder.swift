// The first test of SurveyStatistics comes here.
