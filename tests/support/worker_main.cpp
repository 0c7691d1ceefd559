// A program that is nothing but a worker: what the tests of WorkerParsers start.
#include "read/parsers.h"

int main() { return kanon::run_worker(); }
