// The first file of ProtectStage comes here.
