#include "cli/cli.h"

int main(int argc, char** argv) { return kanon::run_command_line(argc, argv); }
