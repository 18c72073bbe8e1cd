//! The command line of zahlenwerk.

fn main() {}
