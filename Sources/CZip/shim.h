// The one door to libzip. Only ZipArchive imports it.
#ifndef KOMPETENSGAP_CZIP_SHIM_H
#define KOMPETENSGAP_CZIP_SHIM_H
#include <zip.h>
#endif
