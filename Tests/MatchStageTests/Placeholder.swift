// The first test of MatchStage comes here.
