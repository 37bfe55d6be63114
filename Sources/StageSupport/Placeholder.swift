// The first file of StageSupport comes here.
