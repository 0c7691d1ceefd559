#include "emit/html/coverage.h"

namespace kanon {
namespace {

DataList member_rows(const PageParts& parts, const std::vector<const PublishedMember*>& members) {
  const RowSource source = parts.rows();
  DataList rows;
  for (const PublishedMember* member : members) rows.push_back(member_row(source, *member));
  return rows;
}

}  // namespace

void add_project(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  const Project& project = view.project(*parts.page.item);
  put(data, "members", items_or_nothing(member_rows(parts, view.members_of(project))));
  put(data, "content", body_html(parts, project.file));
}

void add_project_list(Data& data, const PageParts& parts) {
  const View& view = parts.view();
  DataList rows;
  for (const Project* project : view.projects()) {
    Data row = item_row(parts.rows(), view.ref_of(*project));
    put(row, "text", text_or_nothing(first_paragraph(view.parsed(project->file))));
    put(row, "members", items_or_nothing(member_rows(parts, view.members_of(*project))));
    rows.push_back(std::move(row));
  }
  put(data, "projects", rows);
  put(data, "coverage", project_coverage(parts));
}

}  // namespace kanon
