#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace kanon {

/// A page's annotations that are dictionaries.
inline std::vector<QPDFObjectHandle> annotations_of(QPDFObjectHandle page) {
  std::vector<QPDFObjectHandle> annotations;
  QPDFObjectHandle list = page.getKey("/Annots");
  if (!list.isArray()) return annotations;
  for (QPDFObjectHandle one : list.getArrayAsVector()) {
    if (one.isDictionary()) annotations.push_back(one);
  }
  return annotations;
}

/// The address that a link annotation leads to; empty for any other.
inline std::string uri_of(QPDFObjectHandle annotation) {
  QPDFObjectHandle action = annotation.getKey("/A");
  if (!action.isDictionary()) return {};
  QPDFObjectHandle uri = action.getKey("/URI");
  return uri.isString() ? uri.getStringValue() : std::string();
}

}  // namespace kanon
