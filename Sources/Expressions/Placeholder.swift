// The first file of Expressions comes here.
