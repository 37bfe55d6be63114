/// True when two numbers differ by at most `relative` of the larger one; equal numbers always are close,
/// not-a-numbers never.
package func isClose(_ a: Double, _ b: Double, relative: Double = 1e-9) -> Bool {
  a == b || (a - b).isFinite && abs(a - b) <= relative * max(abs(a), abs(b))
}
