// The door to what Swift's Glibc does not import: exchanging two names, Landlock, and the processor's
// SHA-256 instructions. Every function returns 0 or more when it went well and -errno when it did not.
#ifndef KOMPETENSGAP_CSYSTEM_H
#define KOMPETENSGAP_CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

// Exchanges two existing names in one step: no moment at which either is missing.
int system_exchange(const char *one, const char *other);
// Renames, but never over something that exists.
int system_rename_new(const char *from, const char *to);

// The kernel's Landlock version (1 and up), or -errno where it has none.
int landlock_version(void);
// Opens a rule set that handles the given accesses and denies them all until something is allowed.
int landlock_open(uint64_t file_accesses, uint64_t network_accesses);
// Allows accesses beneath a folder, or to one file, given by an open descriptor.
int landlock_allow(int rules, int beneath, uint64_t file_accesses);
// Binds the calling thread, and every thread and process it will start, to the rules. There is no way back.
int landlock_enforce(int rules);

// Whether this processor has SHA-256 instructions that `sha256_compress_hardware` can use.
int sha256_has_hardware(void);
// Folds whole blocks of 64 bytes into the state. Only where `sha256_has_hardware` said so.
void sha256_compress_hardware(uint32_t state[8], const uint8_t *blocks, size_t count);

#endif
