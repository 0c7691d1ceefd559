#include "cli/new_document.h"

#include <algorithm>

#include "base/slug.h"
#include "base/text.h"

namespace kanon {
namespace {

/// The type that was named; else a root type in a project without documents, else the first type below a root.
Result<const DocumentType*> choose_type(const Model& model, const std::string& id) {
  const Config& config = model.source().config;
  std::vector<std::string> ids;
  for (const auto& type : config.document_types) ids.push_back(*type.id);
  if (!id.empty()) {
    if (const auto* type = config.document_type(id)) return type;
    return wrong_use(message("Der er ingen dokumenttype «{}»", "There is no document type “{}”", id), choices(ids, id));
  }
  const bool want_root = model.source().documents.empty();
  const auto fits = [&](const DocumentType& type) { return type.is_root() == want_root; };
  const auto found = std::ranges::find_if(config.document_types, fits);
  if (found == config.document_types.end()) {
    return wrong_use({"Angiv dokumentets type med --type", "Name the document's type with --type"}, choices(ids, {}));
  }
  return &*found;
}

/// The document above: the one that was named, or the only one that can be.
Result<const Document*> choose_parent(const Model& model, const DocumentType& type, const std::string& id) {
  if (type.is_root()) return nullptr;
  std::vector<const Document*> possible;
  std::vector<std::string> ids;
  for (const auto& document : model.source().documents) {
    if (!std::ranges::any_of(type.parents, [&](const auto& parent) { return *parent == *document.type; })) continue;
    possible.push_back(&document);
    ids.push_back(*document.id);
  }
  if (id.empty() && possible.size() == 1) return possible.front();
  if (id.empty()) {
    return wrong_use(message("Et dokument af typen «{}» skal have et dokument over sig: angiv det med --parent",
                             "A document of the type “{}” needs a document above it: name it with --parent", *type.id),
                     choices(ids, {}));
  }
  for (const auto* document : possible) {
    if (*document->id == id) return document;
  }
  return wrong_use(message("«{}» kan ikke stå over et dokument af typen «{}»",
                           "“{}” can't stand above a document of the type “{}”", id, *type.id),
                   choices(ids, id));
}

std::string approvals_of(const DocumentType& type, const std::string& indent) {
  std::string lines;
  for (const auto& body : type.approvals)
    lines += fmt::format("#{}- {{body: {}, date: ÅÅÅÅ-MM-DD, version: \"1.0\"}}\n", indent, *body);
  return lines.empty() ? lines : "# Indsæt godkendelserne, når de er givet:\n# approvals:\n" + lines;
}

std::string body_of(Language language) {
  if (language == Language::en) {
    return "\n## Purpose\n\nSay in one or two sentences what the document is for.\n\n## Scope\n\nSay whom and what it "
           "applies to.\n\n"
           "## Rules\n\n1. Say who does what, by when, and how it is documented.\n\n## Follow-up\n\nSay who checks "
           "that the rules are kept, and how often.\n";
  }
  return "\n## Formål\n\nSkriv i en eller to sætninger, hvad dokumentet skal sikre.\n\n## Omfang\n\nSkriv, hvem og "
         "hvad det gælder for.\n\n"
         "## Regler\n\n1. Skriv, hvem der gør hvad, hvornår, og hvordan det dokumenteres.\n\n## Opfølgning\n\nSkriv, "
         "hvem der kontrollerer, at "
         "reglerne følges, og hvor tit.\n";
}

Result<std::string> choose_id(const Model& model, const NewDocument& wanted) {
  const std::string id = !wanted.id.empty()     ? wanted.id
                         : wanted.title.empty() ? std::string()
                                                : anchor_of(wanted.title);
  if (id.empty()) {
    return wrong_use({"Angiv dokumentets titel med --title", "Name the document's title with --title"},
                     {"For eksempel: kanon new document --title \"Politik for logning\"",
                      "For example: kanon new document --title \"Logging policy\""});
  }
  return free_id(model, id);
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

std::string title_from(const std::string& id) {
  std::string title = replace_all(id, "-", " ");
  if (title.front() >= 'a' && title.front() <= 'z') title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

}  // namespace

Result<NewSource> write_new_document(const Model& model, NewDocument wanted, Date today) {
  const Config& config = model.source().config;
  const auto id = choose_id(model, wanted);
  if (!id) return std::unexpected(id.error());
  const auto type = choose_type(model, wanted.type);
  if (!type) return std::unexpected(type.error());
  const auto parent = choose_parent(model, **type, wanted.parent);
  if (!parent) return std::unexpected(parent.error());
  if (wanted.title.empty()) wanted.title = title_from(*id);
  if (wanted.owner.empty()) wanted.owner = *parent ? (*parent)->owner : config.publisher;
  if (wanted.classification.empty()) {
    wanted.classification =
        *parent && (*parent)->classification ? **(*parent)->classification : config.classifications.back();
  }
  if (!config.level_of(wanted.classification)) {
    return wrong_use(
        message("Der er ingen klassifikation «{}»", "There is no classification “{}”", wanted.classification),
        choices(config.classifications, wanted.classification));
  }
  const std::string folder = *parent ? folder_of(model.source().files[(*parent)->file].path) : "content/documents";
  const std::string change = config.language == Language::en ? "New document" : "Nyt dokument";
  std::string text = "---\n";
  text += fmt::format("id: {}\ntype: {}\ntitle: {}\n", *id, *(*type)->id, quoted_scalar(wanted.title));
  if (*parent) text += fmt::format("parent: {}\n", *(*parent)->id);
  text += fmt::format("owner: {}\nclassification: {}\nversion: \"1.0\"\nhistory:\n", quoted_scalar(wanted.owner),
                      wanted.classification);
  text += fmt::format("  - {{version: \"1.0\", date: {}, by: {}, change: {}, kind: new}}\n", today.iso(),
                      quoted_scalar(wanted.owner), quoted_scalar(change));
  text += approvals_of(**type, "   ");
  text += "---\n" + body_of(config.language);
  return NewSource{folder + "/" + *id + ".md", text};
}

}  // namespace kanon
