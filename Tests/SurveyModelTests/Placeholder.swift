// The first test of SurveyModel comes here.
