// The first test of Markup comes here.
