# Entropy, evenness and concentration as R gives them; for DiversityTests.
#
#   Rscript diversity.R      (R 4.2.2 and vegan 2.6-4: Debian's r-base-core, r-cran-vegan)
#
# The counts are made up. H, and with it J, is vegan's `diversity`; Σ s² is 1 less its Simpson index, 1/Σ s² its
# inverse Simpson index. Miller and Madow's term is added as their paper has it.
# Numbers are written so that they read back to the same double.
suppressMessages(library(vegan))
set.seed(20260521, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
exact <- function(v) sprintf("%.17g", v)
cases <- list(
  few = c(5, 3, 2), even = rep(4, 6), rare = c(1, 1, 1, 1, 40), empty = c(7, 0, 2, 0, 1), one = 9,
  many = rpois(60, exp(rnorm(60, 2, 1.5))), share = c(0.625, 1.875, 2.5, 5))
rows <- do.call(rbind, lapply(names(cases), function(name) {
  n <- cases[[name]]; H <- diversity(n, "shannon"); S <- specnumber(n)
  data.frame(case = name, counts = paste(exact(n), collapse = " "), entropy = exact(H),
    corrected = exact(H + (S - 1) / (2 * round(sum(n)))), evenness = if (S > 1) exact(H / log(S)) else "",
    concentration = exact(1 - diversity(n, "simpson")), effective = exact(diversity(n, "invsimpson")))
}))
write.csv(rows, "diversity-expected.csv", row.names = FALSE, quote = FALSE)
