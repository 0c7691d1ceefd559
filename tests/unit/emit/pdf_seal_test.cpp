#include "emit/pdf/seal.h"

#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/sha256.h"
#include "base/text.h"
#include "emit/pdf/finish.h"

using namespace kanon;

namespace {

const std::string entry(64, 'a');

/// What an engine might have printed: one empty page.
std::string raw_pdf() {
  QPDF pdf;
  pdf.emptyPDF();
  QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>");
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "q Q\n"));
  pdf.addPage(pdf.makeIndirectObject(page), false);
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string made_pdf(const std::string& of_entry, const std::string& title = "Backup & gendannelse") {
  FinishPlan plan;
  plan.facts = {"backup", title, "Sekretariatet", "da", *Date::parse("2025-11-19"), "1.2", of_entry};
  const std::string raw = raw_pdf();
  const auto made = finish_pdf({raw, "", {}}, Markers(""), plan);
  INFO((made ? std::string() : made.error().what.en));
  REQUIRE(made);
  return *made;
}

bool is_as_made(std::string_view pdf) {
  const auto seal = read_seal(pdf);
  return seal && seal->bytes == PdfSeal::Bytes::as_made;
}

}  // namespace

TEST_CASE("a release's PDF says which release it is, and that nothing was altered") {
  const auto seal = read_seal(made_pdf(entry));
  REQUIRE(seal);
  CHECK(seal->id == "backup");
  CHECK(seal->version == "1.2");
  CHECK(seal->entry == entry);
  CHECK_FALSE(seal->is_draft());
  CHECK(seal->bytes == PdfSeal::Bytes::as_made);
}

TEST_CASE("a draft's PDF says that it is a draft") {
  const auto seal = read_seal(made_pdf(""));
  REQUIRE(seal);
  CHECK(seal->is_draft());
  CHECK(seal->entry.empty());
  CHECK(seal->version == "1.2");
  CHECK(seal->bytes == PdfSeal::Bytes::as_made);
}

TEST_CASE("the same content gives the same sealed bytes") { CHECK(made_pdf(entry) == made_pdf(entry)); }

TEST_CASE("the seal's SHA-256 is that of the file with zeros in place of its digits") {
  std::string pdf = made_pdf(entry);
  const std::string before = "<kanon:sha256>";
  const std::size_t at = pdf.find(before) + before.size();
  const std::string said = pdf.substr(at, 64);
  pdf.replace(at, 64, std::string(64, '0'));
  CHECK(sha256_hex(pdf) == said);
}

TEST_CASE("no byte of a sealed PDF can be changed unseen") {
  const std::string pdf = made_pdf(entry);
  REQUIRE(is_as_made(pdf));
  std::size_t unseen = 0;
  for (std::size_t i = 0; i < pdf.size(); ++i) {
    for (const unsigned flip : {0x01U, 0x20U, 0x80U}) {
      std::string changed = pdf;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ flip);
      if (is_as_made(changed)) ++unseen;
    }
  }
  CHECK(unseen == 0);
}

TEST_CASE("no part of a sealed PDF can be cut off or added unseen") {
  const std::string pdf = made_pdf(entry);
  CHECK_FALSE(is_as_made(pdf + "\n"));
  CHECK_FALSE(is_as_made("\n" + pdf));
  for (std::size_t size = 0; size < pdf.size(); ++size) {
    if (is_as_made(std::string_view(pdf).substr(0, size))) FAIL("cut at " << size);
  }
}

TEST_CASE("a file with two seals was altered, whatever they say") {
  const auto seal = read_seal(made_pdf(entry) + made_pdf(entry));
  REQUIRE(seal);
  CHECK(seal->bytes == PdfSeal::Bytes::altered);
  CHECK(seal->id.empty());
}

TEST_CASE("a seal of another form counts as altered") {
  const std::string whole = unset_seal("backup", "1.2", entry);
  REQUIRE(is_as_made(seal_pdf(whole)));
  const auto as = [&](const char* from, const char* to) { return seal_pdf(replace_all(whole, from, to)); };
  CHECK_FALSE(is_as_made(as("backup", "../backup")));
  CHECK_FALSE(is_as_made(as("1.2<", "1.2.x<")));
  CHECK_FALSE(is_as_made(as("aaaa", "AAAA")));
  CHECK_FALSE(is_as_made(as("<kanon:sha256>", "<kanon:sha256>0")));
  CHECK_FALSE(is_as_made(as("</rdf:Description>", "</rdf:description>")));
  CHECK_FALSE(is_as_made(as("<kanon:id>",
                            "<kanon:id>"
                            "<kanon:id>")));
}

TEST_CASE("bytes that are no sealed PDF have no seal") {
  CHECK_FALSE(read_seal(""));
  CHECK_FALSE(read_seal("%PDF-1.7\n"));
  CHECK_FALSE(read_seal(raw_pdf()));
  CHECK_FALSE(read_seal(std::string(1 << 20, '\0')));
  CHECK(seal_pdf("%PDF-1.7\n") == "%PDF-1.7\n");
}

TEST_CASE("what ends in the middle of a seal is read without going beyond") {
  const std::string seal = unset_seal("backup", "1.2", entry);
  for (std::size_t size = 0; size < seal.size(); ++size)
    CHECK_FALSE(is_as_made(std::string_view(seal).substr(0, size)));
}

TEST_CASE("a title can't pass for a seal") {
  const std::string pdf = made_pdf(entry, unset_seal("andet", "9.9", std::string(64, 'b')));
  const auto seal = read_seal(pdf);
  REQUIRE(seal);
  CHECK(seal->id == "backup");
  CHECK(seal->bytes == PdfSeal::Bytes::as_made);
}
