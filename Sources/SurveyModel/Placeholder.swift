// The first file of SurveyModel comes here.
