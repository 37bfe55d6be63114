# What R says of differences of domains, of shares of one base, and of Holm's correction; for ComparisonReferenceTests.
#
#   Rscript comparisons.R      (R 4.2 and survey 4.1-1: Debian's r-base-core, r-cran-survey)
#
# The units are made up. Numbers are written so that they read back to the same double.
suppressMessages(library(survey))
set.seed(20260414, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
exact <- function(v) sprintf("%.17g", v)

# Group 3 is complete. Parts cut across the groups; `base` is who was asked for the items.
n <- c(14, 9, 6, 20); N <- c(60, 25, 6, 240)
units <- data.frame(group = rep(seq_along(n), n), size = rep(N, n))
units$part <- sample(c("a", "b", "c", "d"), nrow(units), replace = TRUE, prob = c(4, 3, 2, 2))
units$staff <- 1 + rpois(nrow(units), c(3, 15, 60, 2)[units$group])
units$posts <- rpois(nrow(units), units$staff * c(a = .1, b = .25, c = .12, d = .6)[units$part]) - rpois(nrow(units), .4)
units$base <- rbinom(nrow(units), 1, .8)
for (item in 1:4) units[[paste0("item", item)]] <- units$base * rbinom(nrow(units), 1, c(.75, .6, .25, .22)[item])
write.csv(units, "comparisons-units.csv", row.names = FALSE, quote = FALSE)

design <- svydesign(~1, strata = ~group, fpc = ~size, data = units)
rows <- list()
row <- function(family, first, second, value, se) rows[[length(rows) + 1]] <<- data.frame(
  family, first, second, value, se, p = 2 * pt(-abs(value / se), degf(design)))

ratios <- svyby(~posts, ~part, design, svyratio, denominator = ~staff, covmat = TRUE)
parts <- names(coef(ratios))
for (i in 1:3) for (j in (i + 1):4) {
  weights <- setNames(rep(0, 4), parts); weights[c(i, j)] <- c(1, -1)
  contrast <- svycontrast(ratios, list(d = weights))
  row("part", c("a", "b", "c", "d")[i], c("a", "b", "c", "d")[j], as.numeric(contrast), as.numeric(SE(contrast)))
}
for (i in 1:3) for (j in (i + 1):4) {
  items <- paste0("item", c(i, j))
  design <- update(design, d = get(items[1]) - get(items[2]))
  ratio <- svyratio(~d, ~base, design)
  row("item", items[1], items[2], as.numeric(coef(ratio)), as.numeric(SE(ratio)))
}
result <- do.call(rbind, rows)
result$holm <- ave(result$p, result$family, FUN = function(p) p.adjust(p, "holm"))
for (column in c("value", "se", "p", "holm")) result[[column]] <- exact(result[[column]])
write.csv(result, "comparisons-expected.csv", row.names = FALSE, quote = FALSE)
