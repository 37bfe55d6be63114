# Fay–Herriot estimates as R gives them; for FayHerriotTests.
#
#   Rscript fay-herriot.R      (R 4.2.2 and metafor 3.8-1: Debian's r-base-core, r-cran-metafor)
#
# The areas are made up. The variance between areas, β and the estimates are metafor's own (`rma`, REML, and `blup`);
# the parts of the error are written out with matrices below, which is not how the program gets them. metafor takes
# areas without sampling error but divides by 0 there; the root of the score is sought directly for that case.
# Python's samplics 0.6.0 (`EblupAreaModel`, REML), which has the error too, gives the same estimates and errors of the
# first three cases within 2e-13.
# Numbers are written so that they read back to the same double.
suppressMessages(library(metafor))
set.seed(20260521, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
exact <- function(v) sprintf("%.17g", v)

areas <- function(case, m, slopes, between, within) {
  x <- matrix(round(rnorm(2 * m), 3), m)
  psi <- round(within * exp(rnorm(m, sd = 0.8)), 6)
  theta <- 10 + x %*% slopes + rnorm(m, sd = sqrt(between))
  data.frame(case, direct = round(as.vector(theta) + rnorm(m, sd = sqrt(psi)), 5), variance = psi, x1 = x[, 1], x2 = x[, 2])
}
cases <- list(
  list(name = "mean", data = areas("mean", 12, c(0, 0), 4, 3), mods = ~1),
  list(name = "one", data = areas("one", 8, c(2, 0), 1.5, 1), mods = ~x1),
  list(name = "two", data = areas("two", 43, c(2, -1), 0.3, 2), mods = ~ x1 + x2),
  list(name = "census", data = areas("census", 10, c(1, 0), 2, 1), mods = ~x1))
cases[[4]]$data$variance[c(3, 7)] <- 0
write.csv(do.call(rbind, lapply(cases, `[[`, "data")), "fay-herriot-areas.csv", row.names = FALSE, quote = FALSE)

rows <- list()
row <- function(case, quantity, value) rows[[length(rows) + 1]] <<- data.frame(
  case, quantity, number = seq_along(value), value = exact(value))

for (case in cases) {
  d <- case$data; X <- model.matrix(case$mods, d); y <- d$direct; psi <- d$variance; m <- nrow(d)
  P <- function(s) { W <- diag(1 / (s + psi)); W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W }
  score <- function(s) { p <- P(s); drop(t(y) %*% p %*% p %*% y) - sum(diag(p)) }
  if (all(psi > 0)) {
    fit <- rma(y, psi, mods = X, intercept = FALSE, method = "REML", control = list(threshold = 1e-14, maxiter = 100000))
    s <- fit$tau2; beta <- drop(fit$beta); theta <- blup(fit)$pred
  } else {
    s <- uniroot(score, c(1e-3, 100), tol = 1e-15, maxiter = 10000)$root
    W <- diag(1 / (s + psi)); beta <- drop(solve(t(X) %*% W %*% X, t(X) %*% W %*% y))
    theta <- y - psi / (s + psi) * (y - drop(X %*% beta))
  }
  W <- diag(1 / (s + psi)); gamma <- s / (s + psi); A <- solve(t(X) %*% W %*% X)
  g1 <- gamma * psi
  g2 <- (1 - gamma)^2 * diag(X %*% A %*% t(X))
  g3 <- psi^2 / (s + psi)^3 * 2 / sum((s + psi)^-2)
  cat(case$name, "score at the root", score(s), "\n", file = stderr())
  row(case$name, "betweenVariance", s); row(case$name, "coefficient", beta); row(case$name, "weight", gamma)
  row(case$name, "estimate", theta); row(case$name, "mse", g1 + g2 + 2 * g3)
  row(case$name, "benchmarked", if (all(psi > 0)) theta * 1.02 * sum(y) / sum(theta) else
    ifelse(psi > 0, theta * (1.02 * sum(y) - sum(y[psi == 0])) / sum(theta[psi > 0]), y))
}
write.csv(do.call(rbind, rows), "fay-herriot-expected.csv", row.names = FALSE, quote = FALSE)

# Two peaks, the higher one not at 0: metafor's iteration ends at 0 here. The number stands in the test.
y <- c(4.4, 4.6, 4.4, -0.3, -1.5); psi <- c(0.04, 0.15, 50.49, 3.51, 6.16)
score <- function(s) { w <- 1 / (s + psi); mu <- sum(w * y) / sum(w); sum(w^2 * (y - mu)^2) - sum(w) + sum(w^2) / sum(w) }
cat("higher of two peaks", exact(uniroot(score, c(2, 20), tol = 1e-15, maxiter = 10000)$root), "\n")
