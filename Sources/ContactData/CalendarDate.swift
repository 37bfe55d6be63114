/// Whether there is such a day in the Gregorian calendar.
package func isCalendarDate(year: Int, month: Int, day: Int) -> Bool {
  guard (1...12).contains(month), day >= 1 else { return false }
  let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= days[month - 1]
}
