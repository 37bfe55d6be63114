import ConfidentialRecords
import SurveyStatistics

extension Grade {
  init(_ grade: ReliabilityGrade) {
    switch grade {
    case .a: self = .A
    case .b: self = .B
    case .c: self = .C
    case .d: self = .D
    }
  }
}

extension GradeCutOffs {
  init(_ limits: GradeLimits) {
    self = .standard
    share.effectiveSizeA = limits.share.effectiveA
    share.effectiveSizeB = limits.share.effectiveB
    share.degreesOfFreedomA = Int(limits.share.degreesA)
    share.narrowWidthA = limits.share.narrowWidthA
    share.widthA = limits.share.widthA
    share.relativeWidthA = limits.share.relativeWidthA
    share.widthB = limits.share.widthB
    total.contributors = limits.total.contributors
    total.relativeWidthA = limits.total.relativeWidthA
    total.relativeWidthB = limits.total.relativeWidthB
    signed.widthPerStaffA = limits.signed.widthA
    signed.widthPerStaffB = limits.signed.widthB
  }
}
