# Makes the synthetic reference set of this folder: made-up tables, and what R's package survey says of them.
#
#   Rscript synthetic.R        (R 4.2 and survey 4.1-1: Debian's r-base-core, r-cran-survey, r-cran-mass)
#
# Nothing in the tables is about anybody. Numbers are written so that they read back to the same double.
suppressMessages(library(survey))
options(survey.lonely.psu = "fail", survey.adjust.domain.lonely = FALSE)
set.seed(20260301, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# ---- writing ----------------------------------------------------------------------------------------------------

exact <- function(v) {
  text <- sprintf("%.15g", v)
  short <- is.finite(v) & suppressWarnings(as.numeric(text)) == v
  ifelse(!is.finite(v), "null", ifelse(short, text, sprintf("%.17g", v)))
}

# Named lists are objects, other lists and vectors of several values arrays; single values stand alone.
as_json <- function(v) {
  if (is.null(v)) return("null")
  if (is.list(v)) {
    inner <- vapply(v, as_json, "")
    if (is.null(names(v)) && length(v) > 0 || identical(v, list())) return(paste0("[", paste(inner, collapse = ",\n"), "]"))
    return(paste0("{", paste(sprintf("\"%s\": %s", names(v), inner), collapse = ", "), "}"))
  }
  text <- if (is.character(v)) ifelse(is.na(v), "null", sprintf("\"%s\"", gsub("\"", "\\\\\"", v)))
          else if (is.logical(v)) ifelse(is.na(v), "null", tolower(v)) else exact(as.numeric(v))
  if (length(text) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
}
nothing <- structure(list(), names = character(0))
column <- function(v) as.list(v)

save_table <- function(table, file) {
  text <- lapply(table, function(v) if (is.numeric(v)) ifelse(is.na(v), "", exact(v)) else as.character(v))
  writeLines(c(paste(names(table), collapse = ","), do.call(paste, c(text, sep = ","))), file)
}

cases <- list()
case <- function(id, about, statistic, call, results, ...)
  cases[[length(cases) + 1]] <<- c(list(id = id, data = about$data, design = about$design, statistic = statistic, r = call),
                                   list(...), list(results = unname(results)))
save_cases <- function(file, note) {
  writeLines(as_json(list(format = 1, note = note, made_with = list(R = as.character(getRversion()),
    survey = as.character(packageVersion("survey"))), cases = cases)), file)
  cases <<- list()
}

# ---- rows of results ----------------------------------------------------------------------------------------------

in_sample <- function(design) sum(weights(design, "sampling") != 0)
t_limits <- function(value, se, df) if (df > 0) value + c(-1, 1) * qt(0.975, df) * se else NULL

row_of <- function(variable, value, se, part, whole = part, domain = nothing, n = in_sample(part)) {
  value <- as.numeric(value); se <- as.numeric(se)
  list(domain = domain, variable = variable, n = n, estimate = value, se = se, variance = se^2, cv = se / value,
       ci_normal = value + c(-1, 1) * qnorm(0.975) * se, df = degf(whole), ci_t = t_limits(value, se, degf(whole)),
       df_domain = degf(part), ci_t_domain = t_limits(value, se, degf(part)))
}

# The whole sample, or one part of it for each value of a column.
parts <- function(design, by) {
  if (is.null(by)) return(list(list(design = design, domain = nothing)))
  found <- unique(design$variables[[by]][weights(design, "sampling") != 0])
  lapply(sort(as.character(found)), function(value)
    list(design = design[as.character(design$variables[[by]]) == value, ], domain = setNames(list(value), by)))
}

moment_rows <- function(design, variables, what, by = NULL, deff = FALSE, na.rm = FALSE) {
  estimator <- if (what == "total") svytotal else svymean
  rows <- list()
  for (part in parts(design, by)) for (variable in variables) {
    formula <- reformulate(variable)
    made <- estimator(formula, part$design, na.rm = na.rm)
    values <- part$design$variables[[variable]]
    n <- sum(weights(part$design, "sampling") != 0 & !is.na(values))
    row <- row_of(variable, coef(made), SE(made), part$design, design, part$domain, n)
    if (deff) {
      row$deff <- as.numeric(deff(suppressWarnings(estimator(formula, part$design, deff = TRUE))))
      row$deff_replace <- as.numeric(deff(suppressWarnings(estimator(formula, part$design, deff = "replace"))))
    }
    rows[[length(rows) + 1]] <- row
  }
  rows
}

ratio_rows <- function(design, over, under, by = NULL, totals = TRUE) lapply(parts(design, by), function(part) {
  made <- svyratio(reformulate(over), reformulate(under), part$design)
  row <- row_of(paste0(over, "/", under), coef(made), SE(made), part$design, design, part$domain)
  if (totals) {
    row$numerator_total <- as.numeric(coef(svytotal(reformulate(over), part$design)))
    row$denominator_total <- as.numeric(coef(svytotal(reformulate(under), part$design)))
  }
  row
})

share_rows <- function(design, variable, level, by = NULL) lapply(parts(design, by), function(part) {
  inner <- update(part$design, here = as.numeric(part$design$variables[[variable]] == level))
  mean <- svymean(~here, inner)
  limits <- lapply(setNames(nm = c("logit", "beta", "xlogit", "mean", "asin", "likelihood")), function(method)
    as.numeric(confint(suppressWarnings(svyciprop(~here, inner, method = method)))))
  list(domain = part$domain, variable = paste0(variable, "==", level), n = in_sample(inner),
       estimate = as.numeric(coef(mean)), se = as.numeric(SE(mean)), df_domain = degf(inner), ci = limits)
})

quantile_rows <- function(design, variable, rule, interval = NULL, by = NULL, at = c(0.1, 0.25, 0.5, 0.8, 0.95)) {
  rows <- list()
  for (part in parts(design, by)) for (p in at) {
    type <- if (is.null(interval)) "mean" else interval
    made <- svyquantile(reformulate(variable), part$design, p, interval.type = type, qrule = rule)[[1]]
    row <- list(domain = part$domain, variable = variable, n = in_sample(part$design), p = p, estimate = unname(made[1, 1]))
    if (!is.null(interval)) {
      row$ci_t_domain <- unname(made[1, 2:3]); row$se <- unname(made[1, 4]); row$df_domain <- degf(part$design)
    }
    rows[[length(rows) + 1]] <- row
  }
  rows
}

table_rows <- function(design, a, b) lapply(c("F", "Chisq", "Wald", "adjWald"), function(method) {
  test <- svychisq(as.formula(paste("~", a, "+", b)), design, statistic = method)
  list(method = method, statistic = as.numeric(test$statistic), parameter = column(as.numeric(test$parameter)),
       p_value = as.numeric(test$p.value))
})

weight_rows <- function(design, id) Map(function(id, weight) list(id = id, weight = weight),
  as.character(design$variables[[id]]), as.numeric(weights(design)))

# ---- the statistics on a table of workplaces ------------------------------------------------------------------------

levels_of <- function(population, names) {
  table <- as.data.frame(xtabs(reformulate(names), population))
  names(table)[ncol(table)] <- "Freq"
  table[table$Freq > 0, ]
}
class_totals <- function(table) lapply(seq_len(nrow(table)), function(i)
  c(lapply(as.list(table[i, -ncol(table), drop = FALSE]), as.character), list(total = table$Freq[i])))

study <- function(name, about, design, population, by, bounds) {
  id <- function(...) paste(name, ..., sep = ".")
  add <- function(tag, statistic, call, results, inside = about, ...) case(id(tag), inside, statistic, call, results, ...)
  both <- c("staff", "vacancies")
  for (what in c("total", "mean")) {
    call <- paste0("svy", what, "(~staff + vacancies, d, deff = TRUE)")
    add(what, what, call, moment_rows(design, both, what, deff = TRUE))
    add(paste0(what, ".by_", by), what, call, moment_rows(design, "staff", what, by, deff = TRUE), by = column(by))
    add(paste0(what, ".missing_values"), what, paste0("svy", what, "(~retiring, d, na.rm = TRUE)"),
        moment_rows(design, "retiring", what, na.rm = TRUE))
  }
  covariances <- vcov(svytotal(~staff + vacancies, design))
  add("covariance", "total_covariance", "vcov(svytotal(~staff + vacancies, d))",
      list(list(variables = both, vcov = list(unname(covariances[1, ]), unname(covariances[2, ])))))
  add("ratio", "ratio", "svyratio(~vacancies, ~staff, d)", ratio_rows(design, "vacancies", "staff"))
  add(paste0("ratio.by_", by), "ratio", "svyratio(~vacancies, ~staff, d)", ratio_rows(design, "vacancies", "staff", by), by = column(by))
  known <- sum(population$staff)
  made <- predict(svyratio(~vacancies, ~staff, design), total = known)
  add("ratio_total", "ratio_estimated_total", "predict(svyratio(~vacancies, ~staff, d), total = known)",
      list(row_of("vacancies", made$total, made$se, design)), known_total = known)
  two <- sort(unique(as.character(design$variables[[by]])))[1:2]
  inner <- update(design, a = as.numeric(design$variables[[by]] == two[1]), b = as.numeric(design$variables[[by]] == two[2]))
  inner <- update(inner, sa = a * staff, sb = b * staff)
  contrast <- svycontrast(svytotal(~sa + a + sb + b, inner), quote(sa / a - sb / b))
  add("difference", "difference_of_means", "svycontrast(svytotal(~sa + a + sb + b, d), quote(sa / a - sb / b))",
      list(row_of("staff", coef(contrast), SE(contrast), design)), domains = two, by = by)
  add("share", "proportion", "svyciprop(~I(hard == 'yes'), d, method = ...)", share_rows(design, "hard", "yes"))
  add("share.by_sector", "proportion", "svyciprop(~I(hard == 'yes'), subset(d, sector == ...), method = ...)",
      share_rows(design, "hard", "yes", "sector"), by = column("sector"))
  for (interval in c("mean", "xlogit", "beta", "asin"))
    add(paste0("quantile.", interval), "quantile", "svyquantile(~staff, d, p)",
        quantile_rows(design, "staff", "math", interval), interval_type = interval, qrule = "math")
  for (rule in c("school", "hf4", "hf5", "hf6", "hf7", "hf8"))
    add(paste0("quantile.", rule), "quantile", "svyquantile(~staff, d, p)", quantile_rows(design, "staff", rule), qrule = rule)
  add("median.by_sector", "quantile", "svyquantile(~staff, subset(d, sector == ...), 0.5)",
      quantile_rows(design, "staff", "math", "mean", "sector", 0.5), interval_type = "mean", qrule = "math", by = column("sector"))
  add("table", "chisq", "svychisq(~hard + region, d, statistic = ...)", table_rows(design, "hard", "region"),
      variables = c("hard", "region"))

  kind <- if (design$has.strata) "JKn" else "JK1"
  for (mse in c(FALSE, TRUE)) {
    replicated <- as.svrepdesign(design, type = kind, mse = mse)
    inside <- about; inside$design$replicates <- kind; inside$design$mse <- mse
    tag <- function(...) paste0("jackknife.", ..., if (mse) ".mse")
    add(tag("total"), "total", "svytotal(~staff + vacancies, as.svrepdesign(d))", moment_rows(replicated, both, "total"), inside)
    add(tag("mean"), "mean", "svymean(~staff, as.svrepdesign(d))", moment_rows(replicated, "staff", "mean", "sector"), inside, by = column("sector"))
    add(tag("ratio"), "ratio", "svyratio(~vacancies, ~staff, as.svrepdesign(d))", ratio_rows(replicated, "vacancies", "staff", totals = FALSE), inside)
  }

  adjusted <- function(tag, design, spec, call) {
    inside <- about; inside$design$calibration <- spec
    add(paste0(tag, ".weights"), "weights", call, weight_rows(design, "id"), inside)
    add(paste0(tag, ".total"), "total", call, moment_rows(design, both, "total"), inside)
    add(paste0(tag, ".mean"), "mean", call, moment_rows(design, "staff", "mean", "sector"), inside, by = column("sector"))
    add(paste0(tag, ".ratio"), "ratio", call, ratio_rows(design, "vacancies", "staff"), inside)
  }
  classes <- levels_of(population, "region")
  adjusted("poststratified", postStratify(design, ~region, classes),
           list(kind = "poststratification", by = column("region"), totals = class_totals(classes)), "postStratify(d, ~region, known)")
  margins <- list(levels_of(population, "sector"), levels_of(population, "region"))
  spec <- lapply(margins, function(m) list(by = column(names(m)[1]), totals = class_totals(m)))
  adjusted("raked", rake(design, list(~sector, ~region), margins, control = list(maxit = 1000, epsilon = 1e-14)),
           list(kind = "raking", margins = spec, tolerance = "iterate to convergence"), "rake(d, list(~sector, ~region), margins, converged)")
  adjusted("raked_early", rake(design, list(~sector, ~region), margins),
           list(kind = "raking", margins = spec, tolerance = "R default"), "rake(d, list(~sector, ~region), margins)")
  model <- ~sector + register
  known <- colSums(model.matrix(model, population))
  terms <- lapply(names(known), function(term) list(term = term, total = unname(known[term])))
  calibrated <- function(tag, distance, limits = NULL) {
    made <- if (is.null(limits)) calibrate(design, model, known, calfun = distance, epsilon = 1e-13, maxit = 500)
            else calibrate(design, model, known, calfun = distance, bounds = limits, epsilon = 1e-13, maxit = 500)
    adjusted(tag, made, c(list(kind = "calibration", model = "~sector + register", totals = terms, distance = distance),
             if (!is.null(limits)) list(bounds = limits)), sprintf("calibrate(d, ~sector + register, known, calfun = '%s')", distance))
  }
  calibrated("greg", "linear"); calibrated("greg_bounded", "linear", bounds)
  calibrated("calibrated_raking", "raking"); calibrated("calibrated_raking_bounded", "raking", bounds)
  calibrated("calibrated_logit", "logit", bounds)
}

# A population of workplaces, each of an enterprise; staff is skewed, the register a year old.
workplaces <- function(n) {
  enterprise <- sort(sample.int(n %/% 4, n, TRUE))
  size <- sample.int(3, n, TRUE, c(0.6, 0.3, 0.1))
  staff <- pmax(1, round(c(4, 25, 140)[size] * exp(rnorm(n, 0, 0.5) + rnorm(n %/% 4, 0, 0.3)[enterprise])))
  pull <- rnorm(n %/% 4, 0, 0.6)[enterprise]
  data.frame(id = sprintf("P%04d", seq_len(n)), enterprise = sprintf("E%03d", enterprise), size = c("small", "middle", "large")[size],
             sector = ifelse(runif(n) < 0.35, "public", "private"), region = sample(c("north", "south", "west"), n, TRUE, c(0.5, 0.3, 0.2)),
             register = pmax(1, round(staff * exp(rnorm(n, 0, 0.15)))), staff = staff,
             vacancies = rpois(n, staff * 0.06 * exp(pull)), retiring = ifelse(runif(n) < 0.12, NA, rpois(n, staff * 0.1)),
             hard = ifelse(runif(n) < plogis(-0.2 + pull), "yes", "no"))
}

population <- workplaces(900)
counts <- table(population$size)
take <- c(small = 45, middle = 38, large = 20)
drawn <- sort(unlist(lapply(names(take), function(h) sample(which(population$size == h), take[[h]]))))
stratified <- population[drawn, ]
stratified$N <- as.numeric(counts[stratified$size]); stratified$w <- stratified$N / take[stratified$size]
save_table(stratified, "synthetic-stratified.csv")
about <- list(data = "synthetic-stratified.csv", design = list(strata = "size", cluster = NULL, weight = "w", fpc = "N"))
study("stratified", about, svydesign(id = ~1, strata = ~size, weights = ~w, fpc = ~N, data = stratified), population, "region", c(0.7, 1.5))
about$design["fpc"] <- list(NULL)
replaced <- svydesign(id = ~1, strata = ~size, weights = ~w, data = stratified)
case("replaced.total", about, "total", "svytotal(~staff, d, deff = TRUE)", moment_rows(replaced, "staff", "total", "sector", deff = TRUE), by = column("sector"))
save_cases("synthetic-expected-stratified.json", "Made-up workplaces, drawn from strata by size.")

# Enterprises are drawn within two strata, and all their workplaces taken; and again without strata.
enterprises <- data.frame(enterprise = sort(unique(population$enterprise)))
enterprises$half <- ifelse(seq_len(nrow(enterprises)) <= nrow(enterprises) / 3, "first", "second")
all <- table(enterprises$half)
take <- c(first = 12, second = 18)
chosen <- unlist(lapply(names(take), function(h) sample(enterprises$enterprise[enterprises$half == h], take[[h]])))
clustered <- population[population$enterprise %in% chosen, ]
clustered$half <- enterprises$half[match(clustered$enterprise, enterprises$enterprise)]
clustered$M <- as.numeric(all[clustered$half]); clustered$w <- clustered$M / take[clustered$half]
clustered$M1 <- nrow(enterprises); clustered$w1 <- nrow(enterprises) / length(chosen)
save_table(clustered, "synthetic-clustered.csv")
about <- list(data = "synthetic-clustered.csv", design = list(strata = "half", cluster = "enterprise", weight = "w", fpc = "M"))
study("clustered", about, svydesign(id = ~enterprise, strata = ~half, weights = ~w, fpc = ~M, data = clustered), population, "region", c(0.5, 2))
about$design <- list(strata = NULL, cluster = "enterprise", weight = "w1", fpc = "M1")
one <- svydesign(id = ~enterprise, weights = ~w1, fpc = ~M1, data = clustered)
for (mse in c(FALSE, TRUE)) {
  inside <- about; inside$design$replicates <- "JK1"; inside$design$mse <- mse
  case(paste0("unstratified.jackknife", if (mse) ".mse"), inside, "mean", "svymean(~staff, as.svrepdesign(d, type = 'JK1'))",
       moment_rows(as.svrepdesign(one, type = "JK1", mse = mse), "staff", "mean", "sector"), by = column("sector"))
}
case("unstratified.total", about, "total", "svytotal(~staff, d)", moment_rows(one, "staff", "total", "region", deff = TRUE), by = column("region"))
save_cases("synthetic-expected-clustered.json", "Made-up workplaces, drawn by enterprise.")

# ---- strata with one sampled unit ----------------------------------------------------------------------------------

lone <- stratified[, c("id", "size", "sector", "region", "staff", "vacancies")]
lone$stratum <- lone$size
lone$stratum[match("large", lone$size)] <- "single"; lone$stratum[nrow(lone)] <- "alone"
sizes <- c(counts, single = 25, alone = 1)
lone$N <- as.numeric(sizes[lone$stratum]); lone$w <- lone$N / as.numeric(table(lone$stratum)[lone$stratum])
lone$place <- c(lone$region[-nrow(lone)], "islet"); lone$place[which(lone$stratum == "middle")[1:2]] <- c("islet", "holm")
save_table(lone, "synthetic-lone.csv")
for (fpc in c(TRUE, FALSE)) {
  design <- if (fpc) svydesign(id = ~1, strata = ~stratum, weights = ~w, fpc = ~N, data = lone)
            else svydesign(id = ~1, strata = ~stratum, weights = ~w, data = lone)
  for (rule in c("fail", "remove", "certainty", "adjust", "average")) {
    options(survey.lonely.psu = rule)
    about <- list(data = "synthetic-lone.csv", design = list(strata = "stratum", cluster = NULL, weight = "w", fpc = if (fpc) "N", lonely_psu = rule))
    about$design["fpc"] <- list(if (fpc) "N")
    id <- function(what) paste0(if (fpc) "lone." else "lone_replaced.", rule, ".", what)
    if (rule == "fail") {
      message <- tryCatch({ svytotal(~staff, design); stop("no error") }, error = conditionMessage)
      case(id("total"), about, "total", "svytotal(~staff, d)", list(), expect_error = TRUE, message = message)
      next
    }
    case(id("total"), about, "total", "svytotal(~staff + vacancies, d)", moment_rows(design, c("staff", "vacancies"), "total"))
    case(id("mean"), about, "mean", "svymean(~staff, d)", moment_rows(design, "staff", "mean", "place"), by = column("place"))
    case(id("ratio"), about, "ratio", "svyratio(~vacancies, ~staff, d)", ratio_rows(design, "vacancies", "staff"))
    if (rule %in% c("adjust", "average")) {
      options(survey.adjust.domain.lonely = TRUE)
      about$design$adjust_domain_lonely <- TRUE
      for (what in c("total", "mean")) case(id(paste0("in_domain.", what)), about, what, "svyby(~staff, ~place, d, ...)",
        suppressWarnings(moment_rows(design, "staff", what, "place")), by = column("place"))
      options(survey.adjust.domain.lonely = FALSE)
    }
  }
}
options(survey.lonely.psu = "fail")
save_cases("synthetic-expected-lone.json", "Strata with one sampled unit, under each rule.")

# ---- an employer survey with nonresponse ----------------------------------------------------------------------------

n <- 420
frame <- data.frame(workplace_id = sprintf("A%03d", seq_len(n)), municipality_code = sprintf("9%03d", sample.int(5, n, TRUE)),
                    sector = ifelse(runif(n) < 0.4, "public", "private"), size_class = sample.int(3, n, TRUE, c(0.55, 0.3, 0.15)))
frame$register_employees <- round(c(6, 30, 160)[frame$size_class] * exp(rnorm(n, 0, 0.4)))
frame$stratum <- paste(frame$municipality_code, frame$sector, frame$size_class, sep = "-")
units <- table(frame$stratum)
drawn <- unlist(lapply(names(units), function(h) { here <- which(frame$stratum == h)
  here[sample.int(length(here), max(min(length(here), 3), ceiling(length(here) * 0.6)))] }))
sampled <- frame[sort(drawn), ]
sampled$N_h <- as.numeric(units[sampled$stratum]); sampled$n_h <- as.numeric(table(sampled$stratum)[sampled$stratum])
sampled$status <- ifelse(runif(nrow(sampled)) < c(0.65, 0.75, 0.85)[sampled$size_class], "responded", "no_answer")
answering <- sampled[sampled$status == "responded", ]

# Groups: a stratum with fewer than two answers, not observed in full, goes to the next smaller size class of its
# municipality and sector, and so on; without a smaller, to the next larger.
group_of <- setNames(names(units), names(units))
answers <- setNames(as.numeric(table(factor(answering$stratum, names(units)))), names(units))
for (block in unique(sub("-[0-9]$", "", names(units)))) {
  strata <- rev(sort(names(units)[sub("-[0-9]$", "", names(units)) == block]))
  repeat {
    piles <- split(strata, factor(group_of[strata], unique(group_of[strata])))
    thin <- vapply(piles, function(p) sum(answers[p]) < 2 && sum(answers[p]) < sum(units[p]), NA)
    if (!any(thin)) break
    i <- which(thin)[1]
    j <- if (i < length(piles)) i + 1 else i - 1
    if (j < 1) stop("a whole sector is too thin: ", block)
    group_of[c(piles[[i]], piles[[j]])] <- min(c(piles[[i]], piles[[j]]))
  }
}
answering$rhg <- unname(group_of[answering$stratum])
answering$N_g <- as.numeric(tapply(units, group_of[names(units)], sum)[answering$rhg])
answering$m_g <- as.numeric(table(answering$rhg)[answering$rhg]); answering$weight <- answering$N_g / answering$m_g
answering$m_h <- as.numeric(table(answering$stratum)[answering$stratum]); answering$weight_uncollapsed <- answering$N_h / answering$m_h

jobs <- data.frame(occupation_code = c("1", "2", "3", "4"), occupation_group = c("care", "care", "craft", "office"))
responses <- do.call(rbind, lapply(seq_len(nrow(answering)), function(i) {
  has <- which(runif(4) < 0.35); if (!length(has)) return(NULL)
  now <- rpois(length(has), answering$register_employees[i] / 4)
  r10 <- rbinom(length(has), now, 0.25); r5 <- rbinom(length(has), r10, 0.5); r2 <- rbinom(length(has), r5, 0.4)
  cbind(data.frame(workplace_id = answering$workplace_id[i]), jobs[has, ],
        data.frame(headcount_now = now, retire_2y = r2, retire_5y = r5, retire_10y = r10, need_2y = rpois(length(has), now),
                   need_5y = rpois(length(has), now * 1.05), need_10y = rpois(length(has), now * 1.1)))
}))
save_table(frame, "synthetic-frame.csv"); save_table(sampled, "synthetic-sample.csv"); save_table(responses, "synthetic-responses.csv")
save_table(answering[, c("workplace_id", "stratum", "rhg", "N_g", "m_g", "weight", "N_h", "m_h", "weight_uncollapsed")], "synthetic-weights.csv")

horizons <- c(2, 5, 10)
asked <- names(responses)[4:10]
with_job <- function(rows) {
  data <- answering
  for (name in asked) data[[name]] <- as.numeric(tapply(rows[[name]], factor(rows$workplace_id, data$workplace_id), sum, default = 0))
  for (h in horizons) data[[paste0("gap_", h, "y")]] <- data[[paste0("need_", h, "y")]] - data$headcount_now + data[[paste0("retire_", h, "y")]]
  data
}
every <- c(asked, paste0("gap_", horizons, "y"))
employer_rows <- function(make, by, job = NULL, variables = every, ratios = horizons) {
  rows <- list()
  for (value in if (is.null(job)) "" else unique(jobs[[job]])) {
    whole <- make(with_job(if (is.null(job)) responses else responses[responses[[job]] == value, ]))
    for (part in parts(whole, by)) {
      used <- weights(part$design, "sampling") != 0
      data <- part$design$variables[used, ]
      staff <- sort(data$headcount_now, decreasing = TRUE)
      domain <- if (is.null(job)) part$domain else c(part$domain, setNames(list(value), job))
      row <- list(domain = domain, respondents = nrow(data), contributors = sum(staff > 0), largest = staff[1],
                  second_largest = if (length(staff) > 1) staff[2] else 0, unweighted_headcount = sum(staff))
      if (all(data[variables] == 0)) { rows[[length(rows) + 1]] <- c(row, list(empty = TRUE)); next }
      record <- function(name, statistic, value, se) { value <- as.numeric(value); se <- as.numeric(se)
        list(variable = name, statistic = statistic, estimate = value, se = se, cv = se / value,
             ci_normal = value + c(-1, 1) * qnorm(0.975) * se, ci_t = value + c(-1, 1) * qt(0.975, degf(whole)) * se) }
      totals <- lapply(variables, function(v) { made <- svytotal(reformulate(v), part$design); record(v, "total", coef(made), SE(made)) })
      shares <- lapply(paste0("gap_", ratios, "y"), function(v) { made <- svyratio(reformulate(v), ~headcount_now, part$design)
        record(paste0(v, "/headcount_now"), "ratio", coef(made), SE(made)) })
      rows[[length(rows) + 1]] <- c(row, list(df = degf(whole), df_domain = degf(part$design), estimates = c(totals, shares)))
    }
  }
  rows
}
about <- list(data = c("synthetic-frame.csv", "synthetic-sample.csv", "synthetic-responses.csv", "synthetic-weights.csv"),
              design = list(strata = "rhg", cluster = NULL, weight = "weight", fpc = "N_g"))
about$design["cluster"] <- list(NULL)
grouped <- function(data) svydesign(id = ~1, strata = ~rhg, weights = ~weight, fpc = ~N_g, data = data)
employer <- function(id, by, job = NULL) case(id, about, "totals_and_ratios", "svytotal(., d); svyratio(., ~headcount_now, d)",
  employer_rows(grouped, by, job), by = column(c(by, job)))
employer("all", NULL); employer("sector", "sector"); employer("municipality", "municipality_code")
employer("occupation", NULL, "occupation_code"); employer("municipality.group", "municipality_code", "occupation_group")
base <- sampled$N_h / sampled$n_h
case("nonresponse", about, "counts", "counts", list(list(frame = nrow(frame), sample = nrow(sampled), responded = nrow(answering),
  response_rate_unweighted = nrow(answering) / nrow(sampled), response_rate_weighted = sum(base[sampled$status == "responded"]) / sum(base),
  strata = length(units), strata_without_answer = sum(answers == 0), strata_with_one_answer = sum(answers == 1), groups = length(unique(answering$rhg)))))
inside <- about; inside$design$strata <- "stratum"; inside$design$weight <- "weight_uncollapsed"; inside$design$fpc <- "N_h"
for (rule in c("remove", "adjust", "average")) {
  options(survey.lonely.psu = rule); inside$design$lonely_psu <- rule
  case(paste0("not_joined.", rule), inside, "totals_and_ratios", "strata as drawn",
       employer_rows(function(data) svydesign(id = ~1, strata = ~stratum, weights = ~weight_uncollapsed, fpc = ~N_h, data = data),
                     "municipality_code", variables = c("headcount_now", "gap_5y"), ratios = 5), by = column("municipality_code"))
}
options(survey.lonely.psu = "fail")
save_cases("synthetic-expected-employers.json", "A made-up employer survey with nonresponse.")

# ---- distributions ----------------------------------------------------------------------------------------------------

tails <- function(name, values, parameters, cumulate) Map(function(value, parameter)
  list(variable = name, parameters = column(parameter), at = value, lower = cumulate(value, parameter, TRUE), upper = cumulate(value, parameter, FALSE)),
  values, parameters)
quantiles <- function(name, ps, parameters, invert) unlist(lapply(parameters, function(parameter) lapply(ps, function(p)
  list(variable = name, parameters = column(parameter), p = p, quantile = invert(p, parameter)))), recursive = FALSE)
ps <- c(1e-10, 0.001, 0.025, 0.1, 0.4, 0.5, 0.6, 0.9, 0.975, 0.999)
dfs <- list(1, 2, 3, 4.5, 8, 13, 37, 197, 655, 5000, 2e6)
pairs <- list(c(0.5, 0.5), c(1, 1), c(2, 17.5), c(3.3, 240), c(61.7, 34.2), c(0.6, 950), c(1200, 1500))
degrees <- list(c(1, 37), c(1.83, 67.9), c(2, 196), c(6, 4), c(12.5, 2000))
at <- function(values, parameters) list(values = rep(values, length(parameters)), parameters = rep(parameters, each = length(values)))
about <- list(data = list(), design = nothing)
spread <- at(c(-8, -2, -0.3, 0, 0.7, 1.96, 5, 40), dfs)
case("t.tails", about, "distribution", "pt", tails("t", spread$values, spread$parameters, function(v, p, l) pt(v, p, lower.tail = l)))
case("t.quantiles", about, "distribution", "qt", quantiles("t", ps, dfs, function(p, a) qt(p, a)))
case("normal.quantiles", about, "distribution", "qnorm", quantiles("normal", c(ps, 1e-200, 1e-20), list(numeric(0)), function(p, a) qnorm(p)))
spread <- at(c(1e-6, 0.01, 0.2, 0.5, 0.64, 0.98), pairs)
case("beta.tails", about, "distribution", "pbeta", tails("beta", spread$values, spread$parameters, function(v, p, l) pbeta(v, p[1], p[2], lower.tail = l)))
case("beta.quantiles", about, "distribution", "qbeta", quantiles("beta", ps, pairs, function(p, a) qbeta(p, a[1], a[2])))
spread <- at(c(1e-3, 0.3, 1, 3.2, 11.1, 80), degrees)
case("F.tails", about, "distribution", "pf", tails("F", spread$values, spread$parameters, function(v, p, l) pf(v, p[1], p[2], lower.tail = l)))
# R 4.2 has qf as 1/qbeta − 1, which is off by up to all digits for small p: those are held to other values in DistributionTests.
case("F.quantiles", about, "distribution", "qf", quantiles("F", ps[ps >= 0.1], degrees, function(p, a) qf(p, a[1], a[2])))
spread <- at(c(1e-3, 0.3, 1, 3.84, 30, 200, 5100), list(1, 1.7, 2, 9.5, 66, 5000))
case("chisq.tails", about, "distribution", "pchisq", tails("chisq", spread$values, spread$parameters, function(v, p, l) pchisq(v, p, lower.tail = l)))
case("chisq.quantiles", about, "distribution", "qchisq", quantiles("chisq", ps, list(1, 1.7, 2, 9.5, 66, 5000), function(p, a) qchisq(p, a)))
save_cases("synthetic-expected-distributions.json", "Tails and quantiles of the distributions.")
