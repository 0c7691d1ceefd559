# kanon_embed(TARGET NAME FOLDER PATTERN): builds the files of a folder into a library. They are reached through
# `kanon::embedded::NAME()`, declared in embed/embedded.h, sorted by path.
function(kanon_embed target name folder pattern)
  file(GLOB_RECURSE files RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/${pattern})
  list(SORT files)
  set(assembly "")
  set(table "")
  set(declarations "")
  set(index 0)
  foreach(file IN LISTS files)
    set(symbol "kanon_embedded_${name}_${index}")
    string(APPEND assembly "  .global ${symbol}_begin\n${symbol}_begin:\n  .incbin \"${folder}/${file}\"\n"
                           "  .global ${symbol}_end\n${symbol}_end:\n  .byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${symbol}_begin[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND table "      {\"${file}\", {${symbol}_begin, ${symbol}_end}},\n")
    list(APPEND depends ${folder}/${file})
    math(EXPR index "${index} + 1")
  endforeach()
  set(base ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name})
  file(CONFIGURE OUTPUT ${base}.S CONTENT "  .section .rodata\n${assembly}  .section .note.GNU-stack,\"\",%progbits\n" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp @ONLY CONTENT "#include \"embed/embedded.h\"\n
${declarations}
namespace kanon::embedded {
const std::vector<File>& ${name}() {
  static const std::vector<File> files{
${table}  };
  return files;
}
}  // namespace kanon::embedded
")
  set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${depends}")
  target_sources(${target} PRIVATE ${base}.S ${base}.cpp)
endfunction()
