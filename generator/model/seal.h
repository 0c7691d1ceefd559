#pragma once

#include <string>
#include <vector>

#include "model/archive.h"

namespace kanon {

// How releases are sealed, so that anyone can check with other programs that nothing was altered. The manual's page on
// the ledger is the specification of both.

/// The seal of frozen files: SHA-256 over one line a file, `<sha256 of its bytes>  <path>` with a line feed, sorted by
/// path in byte order: what `sha256sum` prints in the release's folder, hashed once more.
std::string seal_of_files(const std::vector<FrozenFile>& files);

/// The canonical form of an entry without its `entry`: JSON (RFC 8259) with keys in byte order, every scalar a string,
/// no white space, and no escapes but those that JSON asks for. Fields without a value are left out.
std::string canonical_form(const LedgerEntry& entry);
/// SHA-256 of the canonical form.
std::string seal_of_entry(const LedgerEntry& entry);

/// What stands as `previous` in the first entry: 64 zeros.
extern const std::string no_entry;

/// The entries as ledger.yaml holds them. The only form that a ledger may have: byte for byte.
std::string ledger_text(const std::vector<LedgerEntry>& entries);

}  // namespace kanon
