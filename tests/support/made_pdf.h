#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "emit/pdf/annotations.h"
#include "emit/pdf/raw_pdf.h"
#include "env/files.h"
#include "env/processes.h"
#include "env/temporary_folder.h"

namespace kanon::test {

/// A PDF as its readers find it.
class MadePdf {
 public:
  explicit MadePdf(std::string bytes) : bytes_(std::move(bytes)), pdf_(std::move(*open_pdf("test", bytes_))) {
    const auto& pages = pdf_->getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i) numbers_[pages[i].getObjGen()] = i + 1;
  }

  QPDF& pdf() { return *pdf_; }
  const std::string& bytes() const { return bytes_; }
  std::size_t pages() { return numbers_.size(); }

  /// The page number of each named destination.
  std::map<std::string, std::size_t> destinations() {
    std::map<std::string, std::size_t> found;
    const auto names = pdf_->getRoot().getKey("/Names").getKey("/Dests").getKey("/Names").getArrayAsVector();
    for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
      found[QPDFObjectHandle(names[i]).getStringValue()] =
          numbers_.at(QPDFObjectHandle(names[i + 1]).getArrayItem(0).getObjGen());
    }
    return found;
  }

  /// Title and page number of each bookmark, in reading order, two spaces a level.
  std::vector<std::pair<std::string, std::size_t>> outline() {
    std::vector<std::pair<std::string, std::size_t>> found;
    const auto names = destinations();
    const auto walk = [&](const auto& self, QPDFObjectHandle item, const std::string& indent) -> void {
      for (; item.isDictionary(); item = item.getKey("/Next")) {
        found.emplace_back(indent + item.getKey("/Title").getUTF8Value(),
                           names.at(item.getKey("/Dest").getStringValue()));
        self(self, item.getKey("/First"), indent + "  ");
      }
    };
    walk(walk, pdf_->getRoot().getKey("/Outlines").getKey("/First"), "");
    return found;
  }

  /// What links on a page lead to: `#name` or an address.
  std::vector<std::string> links(std::size_t page) {
    std::vector<std::string> found;
    for (QPDFObjectHandle annotation : annotations_of(pdf_->getAllPages().at(page - 1))) {
      const QPDFObjectHandle action = annotation.getKey("/A");
      const bool inside = QPDFObjectHandle(action).getKey("/S").isNameAndEquals("/GoTo");
      found.push_back(inside ? "#" + QPDFObjectHandle(action).getKey("/D").getStringValue() : uri_of(annotation));
    }
    return found;
  }

  /// Everything in the file, uncompressed.
  std::string laid_open() {
    QPDFWriter writer(*pdf_);
    writer.setOutputMemory();
    writer.setQDFMode(true);
    writer.setStreamDataMode(qpdf_s_uncompress);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  /// The text of a page, as a reader can copy it.
  std::string text(std::size_t page) {
    const std::string number = std::to_string(page);
    return run({"pdftotext", "-layout", "-f", number, "-l", number, "FILE", "-"}).output;
  }

  /// Left edge and top of the last place on a page where a word stands, in points from the upper left corner.
  std::optional<std::pair<double, double>> place_of_word(std::size_t page, const std::string& word) {
    const std::string number = std::to_string(page);
    const std::string boxes = run({"pdftotext", "-bbox", "-f", number, "-l", number, "FILE", "-"}).output;
    const std::size_t end = boxes.rfind("\">" + word + "</word>");
    const std::size_t begin = end == std::string::npos ? end : boxes.rfind("<word xMin=\"", end);
    if (begin == std::string::npos) return std::nullopt;
    const auto value = [&](const std::string& name) {
      return std::stod(boxes.substr(boxes.find(name + "=\"", begin) + name.size() + 2));
    };
    return std::pair(value("xMin"), value("yMin"));
  }

  Outcome run(std::vector<std::string> argv) {
    const auto folder = *TemporaryFolder::make("kanon-test");
    Disk disk;
    REQUIRE(disk.write(folder.path() + "/made.pdf", bytes_));
    for (std::string& argument : argv) {
      if (argument == "FILE") argument = folder.path() + "/made.pdf";
    }
    Command command;
    command.argv = std::move(argv);
    command.environment = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8"};
    RealProcesses processes;
    auto outcome = processes.run(command);
    REQUIRE(outcome);
    return *outcome;
  }

 private:
  std::string bytes_;
  std::unique_ptr<QPDF> pdf_;
  std::map<QPDFObjGen, std::size_t> numbers_;
};

/// How often a text has another.
inline std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

/// Lines of a contents list: the text without the page number, and that number.
inline std::map<std::string, std::size_t> contents_of(const std::string& page) {
  std::map<std::string, std::size_t> lines;
  for (const std::string_view line : split(page, '\n')) {
    const std::string_view text = trim(line);
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos || text.find("Side ") != std::string_view::npos) continue;
    const std::string number(text.substr(space + 1));
    if (number.find_first_not_of("0123456789") != std::string::npos) continue;
    std::string name;
    for (const std::string_view word : split(text.substr(0, space), ' ')) {
      if (!word.empty()) name += (name.empty() ? "" : " ") + std::string(word);
    }
    lines[name] = std::stoul(number);
  }
  return lines;
}

}  // namespace kanon::test
