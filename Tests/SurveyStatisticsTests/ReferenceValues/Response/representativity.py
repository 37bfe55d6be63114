"""Reference values of RepresentativityIndicatorTests, computed another way than the program does.

Run with Python 3.11 and NumPy 2.4: python3 representativity.py. It prints one line per case.

R comes from a population written out unit by unit and its standard deviation (ddof = 1); bias and variance from the
quadratic form p'Ap with matrices, A = B'B/(N-1), where B takes the mean away from each of the N units' propensities.
"""

import numpy as np

CASES = {
    # (population, approached, responded) of each stratum
    "two halves": [(50, 10, 9), (50, 10, 3)],
    "five of unequal size": [(2400, 150, 92), (700, 120, 70), (250, 110, 81), (60, 30, 26), (18, 10, 10)],
    "a census": [(40, 40, 31), (25, 25, 11), (7, 7, 7)],
    "a stratum of one": [(30, 12, 6), (10, 8, 7), (3, 1, 0)],
    "alike but for chance": [(100, 20, 11), (100, 20, 10), (100, 20, 12)],
}

for name, strata in CASES.items():
    sizes = np.array([s[0] for s in strata])
    asked = np.array([s[1] for s in strata], dtype=float)
    rates = np.array([s[2] for s in strata]) / asked
    total = sizes.sum()
    member = np.repeat(np.eye(len(strata)), sizes, axis=0)
    units = member @ rates
    plain = 1 - 2 * units.std(ddof=1)
    centred = (np.eye(total) - np.ones((total, total)) / total) @ member
    form = centred.T @ centred / (total - 1)
    own = rates * (1 - rates)
    variances = np.where(asked > 1, own / np.maximum(asked - 1, 1), units.mean() * (1 - units.mean()))
    spread = np.diag(variances)
    square = max(0.0, rates @ form @ rates - np.trace(form @ spread))
    variance = 4 * rates @ form @ spread @ form @ rates + 2 * np.trace(form @ spread @ form @ spread)
    error = np.sqrt(variance / square) if square > 0 else float("nan")
    print(f"{name}: {plain:.15g} {1 - 2 * np.sqrt(square):.15g} {error:.15g} {units.mean():.15g}")
