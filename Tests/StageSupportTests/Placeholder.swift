// The first test of StageSupport comes here.
