// The first file of Markup comes here.
