#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "env/files.h"
#include "history/faults.h"
#include "model/corpus.h"

namespace kanon {

/// What was found when something published or frozen was held against the ledgers.
struct Verification {
  std::vector<Fault> faults;
  std::vector<Message> facts;  ///< what is true of it, one line each: how much was checked, which release a PDF is
};

/// A list for one line: the first ten names, and how many more there are.
std::string first_of(std::vector<std::string> names);

/// The ledgers and frozen files of a project against themselves; of one id alone where `only` names it.
Verification verify_archive(const Corpus& corpus, std::string_view only = {});

/// A built site against itself (data/sha256sums.txt) and the ledgers (data/ledger.json): every release that the site
/// shows must be in the project's ledger, as it is there. Wrong use: a folder that is no site.
Result<Verification> verify_site(const Files& files, const Corpus& corpus, const std::string& site);
/// Only the ledgers of that: what a site once published shows whether the newest releases were cut off since.
Result<Verification> verify_against_site(const Files& files, const Corpus& corpus, const std::string& site);

/// One PDF: which release it says it is, whether the ledger has it, whether its bytes are as they were made, and
/// whether that release is the one in force on `today`. `corpus` must have been read with ArchiveDepth::all.
Result<Verification> verify_pdf(const Corpus& corpus, const std::string& name, std::string_view pdf, Date today);
/// Whether a PDF is byte for byte what a site has of the same release. A seal alone says that nothing was altered since
/// it was set; this says that it was set by whoever published the site.
Result<Verification> compare_with_site(const Files& files, const std::string& name, std::string_view pdf,
                                       const std::string& site);

/// The id of the item that a PDF says it was made of; empty where it says none.
std::string id_of_pdf(std::string_view pdf);

}  // namespace kanon
