import ReleasedRecords

/// The formulas by number, as the method pages have them.
enum FormulaText {
  static func text(_ formula: String) -> String? { texts[formula] }

  private static let texts = [
    "F3": "Ŷ = Σ w·y; a share or ratio is Σ w·y / Σ w·x",
    "F5": "vacancies / (vacancies + occupied posts)",
    "F6": "incidence Σ w·1[V>0] / Σ w; density Σ w·V / Σ w·E",
    "F7": "hard to fill Σ w·HTF / Σ w·V; for want of skills Σ w·SSV / Σ w·V, or Σ w·1[SSV>0] / Σ w",
    "F8": "staff not fully proficient: density Σ w·K / Σ w·E; incidence Σ w·1[K>0] / Σ w",
    "F9": "attempts Σ w·1[tried] / Σ w; persons not found Σ w·F / Σ w·S",
    "F10": "(Σ w·E·1[hard, 4–5] − Σ w·E·1[easy, 1–2]) / Σ w·E, over those who tried to recruit",
    "F11": "five-grade index Σ w·E·s / Σ w·E, s from 1 to 5",
    "F13":
      "growth ΔE(h) = needed(h) − now; posts to fill P(h) = all leavers(h) + ΔE(h); replacement need N(h) = those who leave the occupation, the area or work + ΔE(h)",
    "F14": "retirements R(h) = Σ S_a·P(retire within h | age a), by cohort",
    "F15": "cohort step S_{a+1}(t+1) = S_a(t)·(1 − retire − leave − move) + hires_a",
    "F16": "openings O(h) = Σ_t (leavers + movers) + growth(h)",
    "F17": "gap G(h) = N(h) − A(h), A the supply by component; per employee G / staff now",
    "F19": "the start verdict, shifted by the sign of supply's drift less demand's where it is beyond 2 s.e.",
  ]

  static let weight = "w = N_g / (m_g + o_g): frame units per answer of the response group (F1)"
  static let grade = "F4: A a number, B its interval, C a word, D nothing"
  static let verdict =
    "F18: every scenario where both ends have one sign; likely where P(G > 0) is at least 0.9 in the base scenario"
}
