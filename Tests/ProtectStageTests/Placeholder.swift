// The first test of ProtectStage comes here.
