#include <fmt/format.h>

#include <algorithm>
#include <semaphore>

#include "base/text.h"
#include "emit/pdf/engine.h"
#include "emit/pdf/engine_run.h"
#include "emit/pdf/tags.h"
#include "env/surroundings.h"

namespace kanon {
namespace {

/// Each takes several hundred megabytes.
constexpr std::ptrdiff_t most_at_a_time = 2;

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(bytes.size() - i, 3);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) text += k <= count ? digits[group >> (18U - 6U * k) & 63U] : '=';
  }
  return text;
}

std::string data_url(const std::string& path, const std::string& bytes) {
  const std::string ending = lower_ascii(path.substr(std::min(path.rfind('.'), path.size())));
  const std::string kind = ending == ".svg"                        ? "svg+xml"
                           : ending == ".jpg" || ending == ".jpeg" ? "jpeg"
                           : ending == ".gif"                      ? "gif"
                                                                   : "png";
  return "data:image/" + kind + ";base64," + base64(bytes);
}

/// A policy that lets the page ask for nothing at all, and its margins. It stands before everything else.
std::string page_rules(const Margins& margins) {
  return fmt::format(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src "
      "data:\">\n<style>@page {{ size: A4; margin: {:.2f}mm {:.2f}mm {:.2f}mm {:.2f}mm }}</style>\n",
      margins.top, margins.right, margins.bottom, margins.left);
}

/// The page with its style sheets and pictures inside it.
std::string self_contained(const PrintJob& job) {
  std::string out;
  std::size_t copied = 0;
  const auto replace = [&](const Tag& tag, const std::string& by) {
    out += job.html.substr(copied, tag.begin - copied) + by;
    copied = tag.end;
  };
  const std::string_view html = job.html;
  for (auto tag = next_tag(html, 0); tag; tag = next_tag(html, tag->end)) {
    if (tag->name == "head" && !tag->closing) replace(*tag, "<head>\n" + page_rules(job.margins));
    if (tag->name != "link" && tag->name != "img") continue;
    const std::string_view address = attribute(*tag, tag->name == "link" ? "href" : "src");
    const auto file = job.files.find(std::string(address));
    if (file == job.files.end()) continue;
    if (tag->name == "link") {
      replace(*tag, "<style>" + replace_all(file->second, "</", "<\\/") + "</style>");
    } else {
      const std::string written(html.substr(tag->begin, tag->end - tag->begin));
      replace(*tag, replace_all(written, "src=\"" + std::string(address) + "\"",
                                "src=\"" + data_url(file->first, file->second) + "\""));
    }
  }
  out += html.substr(copied);
  return out;
}

class Chromium final : public EngineProgram {
 public:
  Chromium(Processes& processes, double seconds) : EngineProgram(processes, "chromium", seconds) {}
  Typesetting typesetting() const override { return Typesetting::full; }

  Result<std::string> print(const PrintJob& job) override {
    seats_.acquire();
    auto printed = EngineProgram::print(job);
    seats_.release();
    return printed;
  }

 private:
  std::string page_of(const PrintJob& job) const override { return self_contained(job); }

  std::vector<std::string> arguments(const std::string& program, const std::string& folder,
                                     const PrintJob& /*job*/) const override {
    std::vector<std::string> all = {program,
                                    "--headless",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-default-apps",
                                    "--disable-dev-shm-usage",
                                    "--disable-extensions",
                                    "--disable-sync",
                                    "--no-default-browser-check",
                                    "--no-first-run",
                                    "--no-proxy-server",
                                    "--host-resolver-rules=MAP * ~NOTFOUND",
                                    "--font-render-hinting=none",
                                    "--force-color-profile=srgb",
                                    "--js-flags=--jitless",
                                    "--log-level=3",
                                    "--no-pdf-header-footer",
                                    "--user-data-dir=" + folder + "/profile",
                                    "--print-to-pdf=" + folder + "/page.pdf",
                                    "file://" + folder + "/page.html"};
    // Chromium's own sandbox can't be built inside another, nor by root. The page has no script to break out with.
    if (is_in_sandbox() || runs_as_root()) all.insert(all.begin() + 1, "--no-sandbox");
    return all;
  }

  std::vector<std::string> environment(const std::string& folder) const override {
    auto variables = plain_environment(folder);
    // Nobody is there to talk to: without this it looks for a session bus.
    variables.emplace_back("DBUS_SESSION_BUS_ADDRESS=disabled:");
    return variables;
  }

  /// It reserves terabytes of address space that it never uses.
  std::optional<std::uint64_t> memory_limit() const override { return std::nullopt; }

  std::counting_semaphore<most_at_a_time> seats_{most_at_a_time};
};

}  // namespace

std::unique_ptr<PdfEngine> chromium_engine(Processes& processes, double time_limit_seconds) {
  return std::make_unique<Chromium>(processes, time_limit_seconds);
}

}  // namespace kanon
