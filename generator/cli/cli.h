#pragma once

namespace kanon {

/// The program: reads the command line, runs the command, and returns the exit status: 0 fine, 1 the content has
/// errors, 2 wrong use or configuration, 3 something around us failed.
int run_command_line(int argc, char** argv);

}  // namespace kanon
