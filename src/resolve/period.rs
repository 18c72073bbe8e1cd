//! Stub.
use crate::mention::period::{Time, Use};
use jiff::civil::Date;
/// Stub.
pub fn resolve(_t: Time, _u: Use, _a: Option<Date>, _f: Option<(Date, Date)>) -> (Option<Date>, Option<Date>) { (None, None) }
