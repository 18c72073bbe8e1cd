//! Checks as diagnostics for people.
