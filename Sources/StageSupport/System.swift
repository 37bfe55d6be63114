import Diagnostics
import FileSafety
import Glibc

/// The cores this process may use.
func availableCores() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// Whether two paths lead to one file.
func isSame(_ one: String, _ other: String) throws(FileFault) -> Bool {
  var a = stat()
  var b = stat()
  guard stat(one, &a) == 0 else { throw .cannotRead(path: one, errno: errno) }
  return stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
}

/// Does something with files; a fault becomes the failure that ends the program.
func withFiles<R>(_ body: () throws(FileFault) -> R) throws(StageFailure) -> R {
  do throws(FileFault) { return try body() } catch { throw error.failure }
}
