#pragma once

/// @file
/// @brief The version of the library. The build reads it from here, so it is written down once.

/// Raised when code that used the library has to change (before 1.0: raised with the minor number).
#define NEGOTIATION_VERSION_MAJOR 0
/// Raised when something is added.
#define NEGOTIATION_VERSION_MINOR 1
/// Raised when something is repaired.
#define NEGOTIATION_VERSION_PATCH 0
/// The three together, as text.
#define NEGOTIATION_VERSION "0.1.0"
