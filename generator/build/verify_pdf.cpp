#include <algorithm>

#include "build/site_ledger.h"
#include "build/verify.h"
#include "emit/pdf/seal.h"
#include "history/in_force.h"
#include "history/point_in_time.h"
#include "model/fingerprint.h"

namespace kanon {
namespace {

Fault fault(const std::string& name, Message what, Message help) {
  return {Fault::Kind::archive, {}, name, {}, std::move(what), std::move(help)};
}

Fault without_seal(const std::string& name) {
  return fault(name,
               {"Filen er ikke en PDF, som Kanon har lavet, eller dens mærke er fjernet",
                "The file is not a PDF that Kanon made, or its mark was removed"},
               {"Hent PDF’en igen fra webstedet.", "Get the PDF from the site again."});
}

Fault altered(const std::string& name, const PdfSeal& seal) {
  const Message help = {"Stol ikke på den. Hent PDF’en igen fra webstedet.",
                        "Don't rely on it. Get the PDF from the site again."};
  if (seal.id.empty()) {
    return fault(name, {"PDF’en er ændret, efter at Kanon lavede den", "The PDF was altered after Kanon made it"},
                 help);
  }
  return fault(
      name,
      message("PDF’en er ændret, efter at Kanon lavede den. Den giver sig ud for at være version {} af «{}»",
              "The PDF was altered after Kanon made it. It claims to be version {} of “{}”", seal.version, seal.id),
      help);
}

Fault draft(const std::string& name, const PdfSeal& seal) {
  return fault(name,
               message("PDF’en er et udkast til version {} af «{}» og ikke en udgivelse",
                       "The PDF is a draft of version {} of “{}”, and no release", seal.version, seal.id),
               {"Et udkast gælder ikke. Find den udgivne version på webstedet.",
                "A draft is not in force. Find the released version on the site."});
}

/// A redline edition names both its versions.
bool shows_changes(const PdfSeal& seal) { return seal.version.find("..") != std::string::npos; }

Fault redline(const std::string& name, const PdfSeal& seal) {
  const std::size_t dots = seal.version.find("..");
  return fault(name,
               message("PDF’en viser ændringerne af «{}» fra version {} til {} og er ikke en udgivelse",
                       "The PDF shows the changes of “{}” from version {} to {}, and is no release", seal.id,
                       seal.version.substr(0, dots), seal.version.substr(dots + 2)),
               {"Det er den udgivne version, der gælder. Find den på webstedet.",
                "The released version is what holds. Find it on the site."});
}

Message what_to_compare() {
  return {
      "Kontrollér, at det er det rigtige projekt, og at det er hentet for nylig. Er det dét, er PDF’en ikke en "
      "udgivelse herfra.",
      "Check that this is the right project, and that it was fetched lately. If so, the PDF is no release of it."};
}

Fault unknown(const std::string& name, const PdfSeal& seal, const ItemArchive* archive) {
  if (archive == nullptr) {
    return fault(name, message("Projektet har aldrig udgivet «{}»", "The project never released “{}”", seal.id),
                 what_to_compare());
  }
  const auto version = Version::parse(seal.version);
  const LedgerEntry* other = version ? archive->entry_of(*version) : nullptr;
  if (other == nullptr) {
    return fault(name,
                 message("Protokollen for «{}» har ingen version {}", "The ledger of “{}” has no version {}", seal.id,
                         seal.version),
                 what_to_compare());
  }
  return fault(name,
               message("Version {} af «{}» er en anden i protokollen ({}) end i PDF’en ({})",
                       "Version {} of “{}” is another in the ledger ({}) than in the PDF ({})", seal.version, seal.id,
                       short_fingerprint(*other->entry), short_fingerprint(seal.entry)),
               what_to_compare());
}

/// The entry that the seal names.
const LedgerEntry* entry_of(const ItemArchive& archive, const PdfSeal& seal) {
  const auto found = std::ranges::find_if(archive.entries, [&](const LedgerEntry& entry) {
    return *entry.entry == seal.entry && entry.version->text() == seal.version;
  });
  return found == archive.entries.end() ? nullptr : &*found;
}

template <class Items>
void add_editions(const Items& items, const std::string& id, std::vector<const Governed*>& editions) {
  for (const auto& item : items) {
    if (*item.id == id) editions.push_back(&item);
  }
}

std::vector<const Governed*> editions_of(const Corpus& corpus, const std::string& id) {
  std::vector<const Governed*> editions;
  add_editions(corpus.documents, id, editions);
  add_editions(corpus.catalogs, id, editions);
  add_editions(corpus.handbooks, id, editions);
  return editions;
}

Message not_yet(Date from) {
  return message("Den er ikke i kraft endnu, først fra {}", "It is not in force yet, only from {}", from.iso());
}

/// What holds today of the item that a release is of. Empty where the archive lacks what would tell.
Message standing_of(const Governed& release, const std::vector<const Governed*>& editions) {
  const Edition& edition = release.edition;
  if (edition.standing == Standing::in_force) {
    return message("Den er i kraft, siden {0}", "It is in force, since {0}", edition.in_force_from->iso());
  }
  if (edition.standing == Standing::upcoming) {
    return not_yet(*edition.in_force_from);
  }
  if (edition.standing == Standing::ended) {
    return {"Den er ikke længere i kraft: projektet har ikke teksten mere",
            "It is no longer in force: the project doesn't have the item any more"};
  }
  const auto now =
      std::ranges::find_if(editions, [](const Governed* one) { return one->edition.standing == Standing::in_force; });
  if (now == editions.end()) return {};
  return message("Den er ikke længere i kraft. Det er version {}, siden {}",
                 "It is no longer in force: version {} is, since {}", (*now)->version->text(),
                 (*now)->edition.in_force_from->iso());
}

/// The frozen item of a release, whatever day it is; null where the archive lacks it.
const Governed* frozen_item(const Corpus& corpus, const std::string& id, const Version& version) {
  std::vector<const Governed*> releases;
  add_editions(corpus.frozen.documents, id, releases);
  add_editions(corpus.frozen.catalogs, id, releases);
  add_editions(corpus.frozen.handbooks, id, releases);
  const auto found = std::ranges::find_if(releases, [&](const Governed* one) { return *one->version == version; });
  return found == releases.end() ? nullptr : *found;
}

/// Empty where the archive lacks what would tell.
Message standing_on(Date today, const Corpus& corpus, const PdfSeal& seal, const Governed* frozen) {
  const Corpus now = as_it_stood(corpus, {.date = today, .today = today});
  const auto editions = editions_of(now, seal.id);
  const auto release =
      std::ranges::find_if(editions, [&](const Governed* one) { return one->edition.fingerprint == seal.entry; });
  if (release != editions.end()) return standing_of(**release, editions);
  // On a day before its release there is no such edition.
  const auto from = frozen == nullptr ? std::nullopt : in_force_from(*frozen);
  return from && today < *from ? not_yet(*from) : Message();
}

void tell(const Corpus& corpus, const PdfSeal& seal, const LedgerEntry& entry, Date today, Verification& verification) {
  const Governed* frozen = frozen_item(corpus, seal.id, *entry.version);
  verification.facts.push_back(message(
      "Det er «{}», version {}, udgivet {} ({})", "It is “{}”, version {}, released {} ({})",
      frozen == nullptr ? seal.id : *frozen->title, seal.version, entry.date->iso(), short_fingerprint(seal.entry)));
  Message standing = standing_on(today, corpus, seal, frozen);
  if (!standing.empty()) verification.facts.push_back(std::move(standing));
}

}  // namespace

Result<Verification> verify_pdf(const Corpus& corpus, const std::string& name, std::string_view pdf, Date today) {
  Verification verification;
  const auto seal = read_seal(pdf);
  if (!seal) {
    verification.faults.push_back(without_seal(name));
    return verification;
  }
  if (seal->bytes == PdfSeal::Bytes::altered) {
    verification.faults.push_back(altered(name, *seal));
    return verification;
  }
  if (shows_changes(*seal)) {
    verification.faults.push_back(redline(name, *seal));
    return verification;
  }
  if (seal->is_draft()) {
    verification.faults.push_back(draft(name, *seal));
    return verification;
  }
  const auto found = corpus.archive.find(seal->id);
  const ItemArchive* archive = found == corpus.archive.end() ? nullptr : &found->second;
  const LedgerEntry* entry = archive == nullptr ? nullptr : entry_of(*archive, *seal);
  if (entry == nullptr) {
    verification.faults.push_back(unknown(name, *seal, archive));
    return verification;
  }
  tell(corpus, *seal, *entry, today, verification);
  return verification;
}

Result<Verification> compare_with_site(const Files& files, const std::string& name, std::string_view pdf,
                                       const std::string& site) {
  Verification verification;
  const auto seal = read_seal(pdf);
  if (!seal || seal->bytes == PdfSeal::Bytes::altered || seal->is_draft() || shows_changes(*seal))
    return verification;  // verify_pdf says so
  if (const auto published = read_site_ledger(files, site); !published) return std::unexpected(published.error());
  const auto entries = files.list(site, site);
  if (!entries) return std::unexpected(entries.error());
  const std::string ending = fmt::format("/{0}/{0}-{1}.pdf", seal->id, seal->version);
  for (const Entry& entry : *entries) {
    if (entry.kind != EntryKind::file || !entry.path.ends_with(ending)) continue;
    const auto published = files.read(site + "/" + entry.path);
    if (!published) return std::unexpected(published.error());
    if (*published == pdf) {
      verification.facts.push_back(
          message("Den er byte for byte som webstedets {}", "It is byte for byte the site's {}", entry.path));
    } else {
      verification.faults.push_back(fault(
          name,
          message("PDF’en er ikke den samme som webstedets {}", "The PDF is not the same as the site's {}", entry.path),
          {"Er webstedet bygget med en anden version af Kanon eller for en anden målgruppe, kan det være grunden. "
           "Ellers "
           "er en af dem ændret.",
           "A site built by another version of Kanon, or for another audience, may be the reason. Otherwise one of "
           "them "
           "was altered."}));
    }
    return verification;
  }
  verification.facts.push_back(message("Webstedet har ingen PDF af version {} af «{}» at sammenligne med",
                                       "The site has no PDF of version {} of “{}” to compare with", seal->version,
                                       seal->id));
  return verification;
}

std::string id_of_pdf(std::string_view pdf) {
  const auto seal = read_seal(pdf);
  return seal ? seal->id : std::string();
}

}  // namespace kanon
