// The door to system calls that Swift's Glibc does not import.
#ifndef KOMPETENSGAP_CSYSTEM_H
#define KOMPETENSGAP_CSYSTEM_H
#endif
