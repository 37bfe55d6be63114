@_exported import RecordStreams
@_exported import SurveyModel

// The words of the model that stand in records as text, stated once for the confidential and the released records.
extension MissingReason: JSONEnumeration {}
extension Sector: JSONEnumeration {}
extension Disposition: JSONEnumeration {}
extension Carrier: JSONEnumeration {}
extension Mode: JSONEnumeration {}
extension Indicator: JSONEnumeration {}
extension Grade: JSONEnumeration {}
extension Verdict: JSONEnumeration {}
