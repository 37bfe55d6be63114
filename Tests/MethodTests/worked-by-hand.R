# The figures of the worked examples in Documentation/method, computed apart from the program: base R, no packages.
# Rscript worked-by-hand.R prints them; the pages hold what it prints. Textbook formulas, one line each.

# Groups g of the answering employers; N frame units and a observed units (answers and ineligible) of each group.
# Degrees of freedom: Satterthwaite's over groups, each of which counts the answers that have told something, less one.
total <- function(y, g, N, a, told = y != 0) {
  w <- N / a
  sums <- function(v) sapply(seq_along(N), function(k) sum(v[g == k]))
  squares <- sums(y^2) - sums(y)^2 / a            # units that did not have it, or were ineligible, stand as 0
  v <- ifelse(a == N, 0, (1 - a / N) * a / pmax(1, a - 1) * w^2 * squares); variance <- sum(v)
  df <- if (variance > 0) floor(variance^2 / sum(v^2 / pmax(1, pmin(a, sums(told)) - 1)) + 0.5 + 1e-6) else sum(a - 1)
  c(estimate = sum(w * sums(y)), variance = variance, se = sqrt(variance), df = max(1, df))
}
ratio <- function(y, x, g, N, a) {
  R <- total(y, g, N, a)[[1]] / total(x, g, N, a)[[1]]
  z <- total(y - R * x, g, N, a, told = y != 0 | x != 0); v <- z[["variance"]] / total(x, g, N, a)[[1]]^2
  c(estimate = R, variance = v, se = sqrt(v), df = z[["df"]])
}
t_of <- function(e) qt(0.975, e[["df"]])
# Of sums that can be negative; of sums that cannot; of shares; of balances.
limits <- function(e) e[["estimate"]] + c(low = -1, high = 1) * t_of(e) * e[["se"]]
log_limits <- function(e) e[["estimate"]] * exp(c(low = -1, high = 1) * t_of(e) * e[["se"]] / e[["estimate"]])
logit <- function(e) {
  p <- e[["estimate"]]; m <- t_of(e) * e[["se"]] / (p * (1 - p))
  c(low = plogis(qlogis(p) - m), high = plogis(qlogis(p) + m))
}
balance <- function(e) 2 * logit(c(estimate = (e[["estimate"]] + 1) / 2, se = e[["se"]] / 2, df = e[["df"]])) - 1
n_star <- function(e, m, N) {
  p <- e[["estimate"]]
  min(p * (1 - p) / e[["variance"]] * (qt(0.975, m - 1) / t_of(e))^2, m * (N - 1) / (N - m))
}
beta <- function(p, n) c(low = qbeta(0.025, n * p, n * (1 - p) + 1), high = qbeta(0.975, n * p + 1, n * (1 - p)))
exact <- function(n) 1 - 0.05^(1 / n)
kish <- function(w) sum(w)^2 / sum(w^2)
show <- function(what, ...) cat(sprintf("%-52s", what), sapply(c(...), function(v) format(v, digits = 12)), "\n")
page <- function(name) cat("\n", name, "\n", sep = "")

page("weights")
g <- c(1, 1, 1, 1, 1, 1, 2, 2, 2, 3); N <- c(24, 5, 1); a <- c(6, 4, 1)
show("weights", N / a)
e <- total(rep(1, 10), g, N, a); show("employers", e, log_limits(e))
show("Kish", kish((N / a)[g]))

page("totals-and-shares")
g <- c(1, 1, 1, 1, 2, 2, 2); N <- c(12, 4); a <- c(4, 3); df <- 5
C <- c(1, 0, 0, 1, 1, 0, 1); staff <- c(12, 20, 34, 18, 60, 90, 120)
for (y in list(staff, staff * C, staff * (1 - C), c(5, 15, 28, 4, 20, 70, 45), c(7, 5, 6, 14, 40, 20, 75),
               c(1, 2, 4, 2, 7, 10, 14), c(14, 24, 36, 15, 60, 100, 110), c(0, 6, 10, 0, 0, 40, 0))) {
  e <- total(y, g, N, a); show(paste(y, collapse = " "), e, log_limits(e))
}
yes <- c(1, 0, 1, 0, 1, 0, 1); e <- ratio(yes, rep(1, 7), g, N, a); n <- n_star(e, 7, 16)
show("contact", e, n, beta(e[["estimate"]], n), kish((N / a)[g]))

page("grades")
N <- 24; a <- 12; g <- rep(1, 12); df <- 11
staff <- c(12, 15, 18, 20, 22, 24, 25, 28, 30, 32, 36, 38)
need <- c(12, 16, 18, 22, 22, 25, 26, 28, 31, 32, 37, 38); C <- c(rep(1, 8), rep(0, 4))
two <- c(12, 16, 17, 22, 20, 26, 24, 28, 33, 30, 37, 40)
e <- total(staff, g, N, a); l <- log_limits(e); show("staff", e, l, diff(l) / e[["estimate"]])
e <- total(staff * (1 - C), g, N, a); l <- log_limits(e); show("staff in Q", e, l)
for (q in list(need, two)) { e <- total(q - staff, g, N, a); l <- limits(e); show("growth", e, l, diff(l) / sum(2 * staff)) }
yes <- c(1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0); e <- ratio(yes, rep(1, 12), g, N, a); n <- n_star(e, 12, 24)
show("contact", e, n, beta(e[["estimate"]], n), diff(beta(e[["estimate"]], n)))
ceiling <- 4 * 7 / 4; show("none of 4 in Q", min(4, ceiling), exact(4))

page("vacancies")
N <- 12; a <- 6; g <- rep(1, 6); df <- 5
H <- c(30, 15, 30, 12, 18, 30); V <- c(4, 0, 4, 1, 0, 2); D <- c(2, 0, 3, 1, 0, 0); S <- c(1, 0, 3, 0, 0, 0); one <- rep(1, 6)
e <- total(V, g, N, a); show("vacancies", e, log_limits(e))
e <- ratio(V, V + H, g, N, a); show("rate", e, logit(e))
e <- ratio(1 * (V > 0), one, g, N, a); n <- n_star(e, 6, 12); show("incidence", e, n, beta(e[["estimate"]], n))
e <- ratio(V, H, g, N, a); show("density", e, logit(e))
e <- ratio(D, V, g, N, a); show("hard to fill", e, logit(e))
e <- ratio(S, V, g, N, a); show("ssv density", e, logit(e))
e <- ratio(1 * (S > 0), one, g, N, a); n <- n_star(e, 6, 12); show("ssv incidence", e, n, beta(e[["estimate"]], n))
h22 <- c(20, 15, 0, 12, 0, 25); v22 <- c(3, 0, 0, 1, 0, 2)
show("rate of 22", ratio(v22, v22 + h22, g, N, a)); show("incidence of 22", ratio(1 * (v22 > 0), 1 * (h22 > 0), g, N, a))

page("skills-gap")
N <- 10; a <- 5; g <- rep(1, 5); df <- 4
H <- c(20, 12, 40, 15, 33); K <- c(3, 0, 6, 0, 1)
e <- ratio(K, H, g, N, a); show("density", e, logit(e))
e <- ratio(1 * (K > 0), rep(1, 5), g, N, a); n <- n_star(e, 5, 10); show("incidence", e, n, beta(e[["estimate"]], n))
h <- c(12, 0, 40, 0, 10); k <- c(1, 0, 6, 0, 0)
show("53: density", ratio(k, h, g, N, a)); show("53: incidence", ratio(1 * (k > 0), 1 * (h > 0), g, N, a))

page("recruitment")
N <- 12; a <- 6; g <- rep(1, 6); df <- 5
S <- c(4, 0, 10, 2, 0, 6); F <- c(1, 0, 5, 0, 0, 3)
e <- ratio(c(1, 0, 1, 1, 0, 1), rep(1, 6), g, N, a); n <- n_star(e, 6, 12); show("attempts", e, n, beta(e[["estimate"]], n))
e <- total(S, g, N, a); show("sought", e, log_limits(e)); e <- total(F, g, N, a); show("not found", e, log_limits(e))
e <- ratio(F, S, g, N, a); show("failure", e, logit(e))

page("shortage-balance")
N <- 12; a <- 6; g <- rep(1, 6); df <- 5
y <- c(30, 0, 30 - 10, -20, 0, 0); x <- c(30, 25, 40, 20, 0, 18)
e <- ratio(y, x, g, N, a); show("balance", e, balance(e))
y22 <- c(30, 0, 30, 0, 0, 0); x22 <- c(30, 25, 30, 0, 0, 0); e <- ratio(y22, x22, g, N, a); show("22", e, balance(e))
s <- c(4 * 30, 3 * 25, 5 * 30 + 2 * 10, 1 * 20, 0, 3 * 18); e <- ratio(s, x, g, N, a); show("index", e, limits(e))

page("leavers-and-posts-to-fill")
N <- 12; a <- 6; g <- rep(1, 6); df <- 5
ret <- c(4, 1, 6, 2, 0, 3); out <- c(1, 0, 1, 0, 0, 1); here <- c(2, 1, 3, 0, 1, 0); away <- c(1, 0, 2, 0, 0, 1)
other <- c(0, 1, 0, 0, 0, 0); unknown <- c(0, 0, 1, 0, 0, 1); now <- c(30, 12, 40, 15, 10, 25); then <- c(34, 12, 36, 15, 12, 28)
all <- ret + out + here + away + other + unknown; grow <- then - now
show("headcount now", total(now, g, N, a))
for (q in list(needed = then, retirements = ret, others = all - ret)) { e <- total(q, g, N, a); show("", e, log_limits(e)) }
for (q in list(growth = grow, posts = all + grow, replacement = ret + out + away + other + grow)) {
  e <- total(q, g, N, a); show("", e, limits(e)) }
e <- ratio(ret, all, g, N, a); show("retirement share", e, logit(e))
e <- ratio(all + grow, now, g, N, a); show("posts per staff", e)
last <- c(2, 1, 3, 0, 1, 2); show("left last year", total(last, g, N, a)); show("retired", total(c(1, 0, 2, 0, 0, 1), g, N, a))
show("left to others here", total(c(1, 1, 0, 0, 1, 0), g, N, a))
st <- c(30, 12, 40, 15, 10, 25); sn <- c(34, 12, 36, 15, 12, 28); e <- total(sn - st, g, N, a); show("growth of staff", e)

page("supports-and-obstacles")
N <- 16; a <- 8; g <- rep(1, 8)
b <- c(1, 1, 1, 1, 1, 1, 0, 1)                     # G has left the question empty
for (y in list(c(1, 0, 1, 0, 1, 0, 0, 0), c(0, 1, 1, 0, 0, 0, 0, 1))) {
  e <- ratio(y, b, g, N, a); n <- n_star(e, 8, 16); show("support", e, n, beta(e[["estimate"]], n)) }
t <- c(1, 1, 0, 1, 0, 1, 0, 1); show("obstacle pay", ratio(c(1, 0, 0, 1, 0, 0, 0, 0), t, g, N, a))
show("obstacle hours", ratio(c(1, 1, 0, 0, 0, 1, 0, 0), t, g, N, a))
show("lacking digital", ratio(c(1, 0, 0, 1, 0, 1, 0, 0), c(1, 1, 1, 1, 0, 1, 0, 0), g, N, a))

page("jobs-that-change")
N <- 10; a <- 5; g <- rep(1, 5)
show("vanishing by 5", total(c(1, 0, 1, 0, 0), g, N, a)); show("vanishing by 10", total(c(1, 1, 1, 0, 0), g, N, a))
show("emerging by 5", total(c(0, 1, 0, 1, 0), g, N, a)); show("competence", ratio(c(0, 1, 0, 0, 1), c(0, 1, 0, 1, 1), g, N, a))

page("outliers")
y <- rep(c(27, 38, 20, 50, 33, 12, 60), c(2, 3, 5, 2, 3, 4, 1)); x <- rep(c(30, 40, 20, 50, 30, 10, 20), c(2, 3, 5, 2, 3, 4, 1))
effect <- function(y, x, m) { r <- y / x; ifelse(r < m, 1 - m / r, r / m - 1) * sqrt(pmax(y, x)) }
m <- median(y / x); E <- effect(y, x, m); Q <- quantile(E, c(0.25, 0.5, 0.75), type = 2)
show("lowest, highest", Q[2] - 15 * (Q[2] - Q[1]), Q[2] + 15 * (Q[3] - Q[2]))
show("effects of 172, 173, 81, 80 to 100", effect(c(172, 173, 81, 80), 100, m))

page("gap")
g <- rep(1, 6); e <- total(c(5, 4, 6, 5, 4, 6), g, 8, 6); l <- limits(e); show("need in 5 years", e, l)
supply <- c(15, 10, 5); factor <- c(2, 4, 8)
for (s in 1:3) show("scenario", e[["estimate"]] + factor[s] - supply[s], l + factor[s] - supply[s])
show("without factors", l[["low"]] - 15, e[["estimate"]] - 10, l[["high"]] - 5)
show("per employee", (l[["low"]] + 2 - 15) / 200, (l[["high"]] + 8 - 5) / 200)
show("need in 2 years", total(c(2, 1, 3, 1, 1, 2), g, 8, 6))

page("low-best-high")
three <- function(a, m, b) c(mean = (a + m + b) / 3, variance = (a^2 + m^2 + b^2 - a * b - a * m - b * m) / 18)
pert <- function(a, m, b) c(mean = (a + 4 * m + b) / 6, variance = ((b - a) / 6)^2)
show("triangular and PERT of 18, 20, 28", three(18, 20, 28), pert(18, 20, 28))
A <- rbind(three(18, 20, 28), three(15, 15, 15), three(30, 33, 42), three(8, 10, 12))
e <- total(A[, 1], rep(1, 4), 8, 4); apart <- 2 * sum(A[, 2]); together <- (2 * sum(sqrt(A[, 2])))^2
show("needed: estimate, apart, together", e, sqrt(apart), sqrt(together))
for (rho in c(0, 0.5, 1)) show(paste("se with rho", rho), sqrt(e[["variance"]] + (1 - rho) * apart + rho * together))

page("imputation")
Q <- c(182, 176, 190, 185, 177); U <- 64; m <- 5; B <- var(Q); T <- U + (1 + 1 / m) * B; lambda <- (1 + 1 / m) * B / T
old <- (m - 1) / lambda^2; obs <- (20 + 1) / (20 + 3) * 20 * (1 - lambda)
show("Rubin: mean, B, T, lambda, df", mean(Q), B, T, lambda, 1 / (1 / old + 1 / obs))

page("retirements-by-cohort")
F <- function(a) ifelse(a < 63, 0, ifelse(a > 66, 1, c(0.2, 0.4, 0.7, 0.9)[pmin(4, pmax(1, a - 62))]))
chance <- function(a, h) ifelse(F(a) >= 1, 1, (F(a + h) - F(a)) / pmax(1e-300, 1 - F(a)))
share <- function(ages, h, later) mean(chance(ages - later, h))
for (later in c(2, 0, -1)) show(paste("within 5 years, later by", later),
  sapply(list(20:49, 50:54, 55:59, 60:64, 65:69), share, h = 5, later = later))

page("openings")
N <- 12; a <- 6; g <- rep(1, 6); now <- c(30, 12, 40, 15, 10, 25); then <- c(34, 12, 36, 15, 12, 28)
e <- total(5 * 0.06 * (now + then) / 2 + then - now, g, N, a); show("openings in 5 years", e, limits(e))

page("comparisons")
z <- function(d, v, df) 2 * pt(-abs(d) / sqrt(v), df)
p <- c(z(0.12, 0.0041, 40), z(0.30, 0.005, 40), z(0.18, 0.0041, 40)); show("p", p); show("Holm", p.adjust(p, "holm"))
show("limits of A - B", 0.12 + c(-1, 1) * qt(0.975, 40) * sqrt(0.0041))

page("response")
N <- c(20, 10, 5); n <- c(10, 6, 5); r <- c(8, 3, 2); W <- N / sum(N); p <- r / n; k <- sum(N) / (sum(N) - 1)
mean_p <- sum(W * p); S2 <- k * sum(W * (p - mean_p)^2); v <- p * (1 - p) / (n - 1); bias <- k * sum(W * (1 - W) * v)
A <- k * (diag(W) - W %o% W); slope <- as.vector(A %*% p)
show("R, plain R, mean, S2 - bias", 1 - 2 * sqrt(max(0, S2 - bias)), 1 - 2 * sqrt(S2), mean_p, S2 - bias)
show("se", sqrt((4 * sum(slope^2 * v) + 2 * sum(A^2 * (v %o% v))) / max(1e-9, S2 - bias)))

page("retirements-by-cohort, totals")
S <- rbind(c(15, 5, 5, 4, 1), c(10, 5, 3, 2, 0), c(25, 5, 5, 5, 0), c(8, 2, 2, 2, 2)); part <- c(1 / 3, 1 / 2, 0, 1)
for (later in c(2, 0, -1)) {
  R <- as.vector(S %*% sapply(list(20:49, 50:54, 55:59, 60:64, 65:69), share, h = 5, later = later))
  show(paste("later by", later), total(R, rep(1, 4), 8, 4), total(R * part, rep(1, 4), 8, 4)) }

page("vacancies, causes"); g <- rep(1, 6)
for (y in list(c(2, 0, 3, 1, 0, 0), c(1, 0, 3, 0, 0, 0), c(1, 0, 0, 1, 0, 0))) { e <- total(y, g, 12, 6); show("", e, log_limits(e)) }

page("gap, drift")
e <- total(c(5, 4, 6, 5, 4, 6), g, 8, 6); d <- total(c(0, 0, -1, 1, 1, 0), g, 8, 6)
show("drift, 2 s.e.", (10 - 4 - (40 - 4 / 3)) / 204 - (4 / 3) / 200, 2 * ((e[["se"]] + d[["se"]]) / 204 + d[["se"]] / 200))

page("small-areas")
y <- seq(13, 27, 2); psi <- 12; s <- var(y) - psi; gamma <- s / (s + psi); theta <- gamma * y + (1 - gamma) * mean(y)
show("variance, line, theta", s, mean(y), theta); show("benchmarked", theta * 168 / sum(theta))
show("mse", gamma * psi + (1 - gamma)^2 * (s + psi) / 8 + 2 * psi^2 / (s + psi)^3 * 2 * (s + psi)^2 / 8)

page("diversity")
p <- c(4, 2, 2) / 8; H <- -sum(p * log(p)); show("H, corrected, J, e^H", H, H + 2 / 16, H / log(3), exp(H + 2 / 16))
for (e in list(c(50, 30, 20), rep(7, 10), rep(7, 11))) show("HHI, 1/HHI", sum((e / sum(e))^2), 1 / sum((e / sum(e))^2))
