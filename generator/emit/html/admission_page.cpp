#include "emit/html/page_parts.h"

namespace kanon {

void add_admission(Data& data, const PageParts& parts) {
  put(data, "process_picture", text_or_nothing(parts.pictures.admission_svg));
  put(data, "objectives", objective_rows(parts.rows(), RowIds::given));
}

}  // namespace kanon
