// The first test of Expressions comes here.
