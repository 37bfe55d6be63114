#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's interface, spelled out: headers of older systems lack it or parts of it.
// Kernel documentation, userspace-api/landlock.
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { CREATE_RULESET_VERSION = 1, RULE_PATH_BENEATH = 1 };

struct ruleset {
  uint64_t handled_file_accesses;
  uint64_t handled_network_accesses;
};

struct path_beneath {
  uint64_t allowed_accesses;
  int32_t parent;
} __attribute__((packed));

int landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);
  return version < 0 ? -errno : (int)version;
}

int landlock_open(uint64_t file_accesses, uint64_t network_accesses) {
  struct ruleset rules = {file_accesses, network_accesses};
  // A kernel that knows no network rules takes the shorter structure.
  size_t size = network_accesses ? sizeof rules : sizeof rules.handled_file_accesses;
  long opened = syscall(CREATE_RULESET, &rules, size, 0);
  return opened < 0 ? -errno : (int)opened;
}

int landlock_allow(int rules, int beneath, uint64_t file_accesses) {
  struct path_beneath rule = {file_accesses, beneath};
  return syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0) == 0 ? 0 : -errno;
}

int landlock_enforce(int rules) {
  // Without this the kernel lets only a privileged process restrict itself.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -errno;
  return syscall(RESTRICT_SELF, rules, 0) == 0 ? 0 : -errno;
}
