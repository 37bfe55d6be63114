// The one door to libxml2. Only Markup imports it.
#ifndef KOMPETENSGAP_CLIBXML2_SHIM_H
#define KOMPETENSGAP_CLIBXML2_SHIM_H
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

// `xmlFree` is a mutable C global, which Swift 6 refuses; this frees what libxml2 hands over.
static inline void kg_xml_free(void *pointer) { xmlFree(pointer); }
#endif
