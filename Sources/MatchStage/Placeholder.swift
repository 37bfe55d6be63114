// The first file of MatchStage comes here.
