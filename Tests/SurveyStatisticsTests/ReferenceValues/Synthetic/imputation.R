# Reference numbers for multiple imputation and for low, best and high answers; read by ImputationReferenceTests.
# Made with R 4.2.2 and mitools 2.4.
#   Rscript imputation.R > imputation.csv
#
# Rubin's rules: estimate and variance by MIcombine() of the package mitools. Its df.complete leaves the factor
# (1 + 1/m) out of the share of missing information; the degrees of freedom here are those of Barnard & Rubin (1999),
# eq. 3, with r the relative increase in variance.
# Low, best and high: numerical integration of the densities; no closed formula of the moments is used. The variance
# that goes with PERT is the square of a sixth of the width by definition, and is not in the table.

library(mitools)
cat("case,input,result,value\n")
row <- function(case, input, result, value)
  cat(case, ",", paste(sapply(input, format, digits = 15), collapse = " "), ",", result, ",",
      format(value, digits = 17), "\n", sep = "")

rubin <- list(
  list(q = c(100, 104, 97, 101, 99), u = rep(25, 5), df = 40),
  list(q = c(1.02, 1.1, 0.93, 1.25, 0.99, 1.07, 1.01, 0.88, 1.15, 1.04), u = seq(0.01, 0.019, by = 0.001), df = 12),
  list(q = c(-3, 5), u = c(1, 2), df = 7),
  list(q = c(5000, 5001, 5003, 4999), u = rep(1e4, 4), df = 300))
for (r in rubin) {
  fit <- MIcombine(as.list(r$q), as.list(r$u))
  input <- c(r$df, mean(r$u), r$q)
  row("rubin", input, "estimate", unname(coef(fit)))
  row("rubin", input, "variance", as.numeric(vcov(fit)))
  m <- length(r$q)
  increase <- (1 + 1 / m) * var(r$q) / mean(r$u)
  old <- (m - 1) * (1 + 1 / increase)^2
  observed <- (r$df + 1) / (r$df + 3) * r$df / (1 + increase)
  row("rubin", input, "degreesOfFreedom", old * observed / (old + observed))
}

moments <- function(f, a, m, b) {
  part <- function(g) {
    pieces <- c(if (m > a) integrate(g, a, m, rel.tol = 1e-12, subdivisions = 1000)$value,
                if (b > m) integrate(g, m, b, rel.tol = 1e-12, subdivisions = 1000)$value)
    sum(pieces)
  }
  mean <- part(function(x) x * f(x))
  c(mean, part(function(x) (x - mean)^2 * f(x)))
}
for (p in list(c(10, 20, 60), c(0, 0, 3), c(4, 7, 7), c(-5, 1, 2), c(1000, 1001, 1003))) {
  a <- p[1]; m <- p[2]; b <- p[3]
  triangle <- moments(function(x) ifelse(x < m, 2 * (x - a) / ((b - a) * (m - a)), 2 * (b - x) / ((b - a) * (b - m))),
                      a, m, b)
  row("triangular", p, "mean", triangle[1])
  row("triangular", p, "variance", triangle[2])
  # PERT: a beta distribution between a and b, 1 + 4 (m - a)/(b - a) and 1 + 4 (b - m)/(b - a).
  pert <- moments(function(x) dbeta((x - a) / (b - a), 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a)) / (b - a),
                  a, m, b)
  row("pert", p, "mean", pert[1])
}
